"""Which characters a document of Word or Excel can hold. Pure."""

import re

# XML 1.0 knows no others; a document that has one does not open.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """The text without the control characters that nobody sees anyway."""
    return _FORBIDDEN.sub("", text)
