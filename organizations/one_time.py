"""Passwords for one sign-in, to be read from paper."""

import secrets
from datetime import timedelta

#: Nothing that is taken for another: no 0 and o, no 1, l and i.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, LENGTH = 3, 4
#: An unused one is good for so long.
GOOD_FOR = timedelta(days=30)


def new_password() -> str:
    """As in k7mp-3fqx-9wth: 59 bits."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(LENGTH)) for _ in range(GROUPS))
