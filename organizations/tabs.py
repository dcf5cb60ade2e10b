"""The tabs over a list: each narrows it, and says how many rows stand behind it."""

from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True)
class Tab:
    kind: str
    label: str
    count: int
    query: str
    is_current: bool


def query(**asked: object) -> str:
    """The address that asks for this, without what is not asked for."""
    return "?" + urlencode({name: value for name, value in asked.items() if value})
