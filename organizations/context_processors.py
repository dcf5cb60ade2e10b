from typing import Any

from django.utils.functional import SimpleLazyObject

from organizations.signed_in import SignedInRequest


def shell(request: SignedInRequest) -> dict[str, Any]:
    """The years and the bell of the top bar. Lazy: a page without the bar makes no query."""
    return {
        "rounds": SimpleLazyObject(lambda: request.user.visible_rounds),
        "unread": SimpleLazyObject(lambda: request.user.notices.unread().count()),
    }
