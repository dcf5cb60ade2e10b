"""How often one address may ask about papers: nobody guesses 128 bits, but trying is limited."""

import time

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

A_MINUTE = 30


def asks_too_often(request: HttpRequest) -> bool:
    """Counts this question with those of the same minute."""
    address = get_adapter().get_client_ip(request)
    key = f"verify:{address}:{int(time.time() // 60)}"
    cache.add(key, 0, timeout=120)
    return cache.incr(key) > A_MINUTE
