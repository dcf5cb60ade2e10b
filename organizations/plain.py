"""What people type or paste as a name: one line, without what cannot be seen."""

import unicodedata
from typing import Any

from django import forms

from thai.digits import composed

#: Control, formatting (zero-width and writing direction among them), surrogates, private,
#: unassigned.
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}


def plain(text: str) -> str:
    """The text on one line, single spaces, ำ whole, nothing in it that is not seen."""
    seen = "".join(
        " " if char.isspace() else char
        for char in unicodedata.normalize("NFC", composed(text))
        if char.isspace() or unicodedata.category(char) not in _UNSEEN
    )
    return " ".join(seen.split())


class NameField(forms.CharField):
    def to_python(self, value: Any) -> str:
        return plain(super().to_python(value) or "")
