"""What a file is called: by its sender, and on our pages."""

import re
import unicodedata

LONGEST_NAME = 255
#: Control, formatting (writing direction among them), surrogates, private and unassigned.
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
_KILO = 1024


def tidy_name(name: str) -> str:
    """The last part of a path as a person would read it, with its extension, in 255 characters."""
    last = re.split(r"[/\\]", name)[-1]
    seen = "".join(
        " " if char.isspace() else char
        for char in unicodedata.normalize("NFC", last)
        if char.isspace() or unicodedata.category(char) not in _UNSEEN
    )
    tidy = " ".join(seen.split()).rstrip(". ")
    suffix = extension(tidy)
    stem = tidy.removesuffix(suffix).strip(". ")[: LONGEST_NAME - len(suffix)].rstrip(". ")
    return (stem or "ไฟล์") + suffix


def extension(name: str) -> str:
    """With its dot and as written; a tail that is no extension, as of "แผน 2.ฉบับแก้ไข", is none."""
    found = re.search(r"\.[A-Za-z0-9]{1,10}$", name)
    return found[0] if found else ""


def readable_size(size: int) -> str:
    """412 KB, 1.8 MB"""
    if size < _KILO * _KILO:
        return f"{max(1, round(size / _KILO)):,} KB"
    return f"{size / _KILO / _KILO:,.1f} MB"
