"""A text cut to length, where Thai may be cut.

Pure.
"""

import re

#: A word is worth keeping whole if that leaves this much of the line.
WORTH_KEEPING = 0.6
#: A vowel or tone that stands on the letter before it, or a vowel that begins a syllable.
TORN = re.compile("(?<=[เแโใไ])|(?=[\u0e30-\u0e3a\u0e45-\u0e4e])")


def shortened(text: str, at_most: int) -> str:
    """In one line, cut at a space, or else between two syllable parts that can stand alone."""
    line = " ".join(text.split())
    if len(line) <= at_most:
        return line
    space = line.rfind(" ", 0, at_most)
    if space >= at_most * WORTH_KEEPING:
        return f"{line[:space]} …"
    end = at_most - 1
    while end and TORN.match(line, end):
        end -= 1
    return f"{line[:end]}…"
