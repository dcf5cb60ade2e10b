"""Thai and Arabic digits, and letters as they are printed.

Pure. What prints a report passes its text through `printed` (running text) or `thai_digits`
(a date, a number).
"""

import re

NO_BREAK_SPACE = "\u00a0"


# Nikhahit and sara aa, with a tone mark between them or before.
_SARA_AM_IN_HALVES = re.compile("(?:\u0e4d([\u0e48-\u0e4b]?)|([\u0e48-\u0e4b])\u0e4d)\u0e32")
_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")

_FILE_NAME = "[ก-๙A-Za-z0-9_.()%+–-]"
# Links, e-mail addresses and file names (a Thai file name too): text that stops working when a
# digit or a code in it is rewritten. A pattern to build on, with no groups. Each alternative is
# tried only where its text begins, or a long dotted line would cost its length squared.
ADDRESS = (
    r"(?:https?://|www\.)\S+"
    r"|(?<![A-Za-z0-9.-])(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}/\S*"
    r"|(?<![A-Za-z0-9._+-])[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+"
    rf"|(?<!{_FILE_NAME}){_FILE_NAME}*"
    r"\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|csv|txt|rtf|jpe?g|png|gif|mp[34]|zip|rar)(?![A-Za-z0-9])"
)
_LATIN = "A-Za-zÀ-ÖØ-öø-ɏＡ-Ｚａ-ｚ"
_LATIN_LETTER = re.compile(f"[{_LATIN}]")
_TOKEN = re.compile(
    rf"{ADDRESS}|[{_LATIN}0-9๐-๙]+(?:[-–—_./@#&+]+[{_LATIN}0-9๐-๙]+)*", re.IGNORECASE
)


def thai_digits(text: str | int) -> str:
    """Every Arabic digit as a Thai one: 2566 → "๒๕๖๖". For running text see `printed`."""
    return str(text).translate(_TO_THAI)


def arabic_digits(text: str) -> str:
    """Every Thai digit as an Arabic one: "๒๕๖๖" → "2566"."""
    return text.translate(_TO_ARABIC)


def composed(text: str) -> str:
    """ำ as one letter, also where it was typed as two halves that look the same."""
    return _SARA_AM_IN_HALVES.sub(lambda am: f"{am[1] or am[2] or ''}\u0e33", text)


def printed(text: str) -> str:
    """The text as an official paper prints it: Thai digits, save where they would mislead.

    Links, e-mail addresses, file names and any token with a Latin letter in it (O42, IIT2,
    ISO-9001) stay as typed. A file name with spaces in it cannot be told from a sentence.
    """
    return _TOKEN.sub(_printed_token, text)


def _printed_token(token: re.Match[str]) -> str:
    return token[0] if _LATIN_LETTER.search(token[0]) else thai_digits(token[0])
