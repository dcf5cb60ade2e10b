"""Links as a report prints them. Pure."""

from thai.digits import arabic_digits


def web_link(url: str) -> str:
    """The address in Arabic digits; "" for what a reader could not, or should not, follow."""
    url = arabic_digits(url.strip())
    return url if url.lower().startswith(("http://", "https://")) else ""
