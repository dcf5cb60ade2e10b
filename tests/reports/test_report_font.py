"""The report font: Thai is copied from a PDF as it was written (static/fonts/README.md)."""

import re

import pytest

pytestmark = pytest.mark.slow

CONSONANTS = [chr(code) for code in range(0x0E01, 0x0E2F)]
VOWELS = ["", *"ัิีึื็ํ", *"ฺุู"]
TONES = ["", *"่้๊๋์"]
STYLES = {
    "regular": "{}",
    "bold": "<b>{}</b>",
    "italic": "<i>{}</i>",
    "bold italic": "<b><i>{}</i></b>",
}


def syllables() -> list[str]:
    return [
        syllable
        for consonant in CONSONANTS
        for syllable in [
            *(consonant + vowel + tone for vowel in VOWELS for tone in TONES),
            *(consonant + tone + "ำ" for tone in TONES[:5]),
            *(leading + consonant + "้ว" for leading in "เแโใไ"),
            f"เ{consonant}ื้อ",
            f"ก{consonant}้ำน",
            f"กิ{consonant}ิยา",
            f"ซี{consonant}่า",
            f"{consonant}{consonant}ุ้ง",
        ]
    ]


def page_of(words: list[str], style: str = "{}") -> str:
    """Eight words a line on a very wide page, so that no line breaks, and no page marks."""
    lines = (words[start : start + 8] for start in range(0, len(words), 8))
    body = "".join(f'<p class="nowrap">{style.format(" ".join(line))}</p>' for line in lines)
    wide = "<style>@page { size: 4000mm 297mm; @top-center { content: none } }</style>"
    return f'<html lang="th"><title>คำ</title>{wide}<body class="paper">{body}'


@pytest.mark.parametrize("style", STYLES)
def test_every_syllable_is_copied_as_written(read, rendered, style):
    words = syllables()

    copied = read(rendered(page_of(words, STYLES[style])))

    assert copied.split() == words


def test_every_word_of_the_report_is_copied_as_written(read, rendered, report):
    # A dash by itself at a line's end is taken for hyphenation: the lists' dashes begin theirs.
    words = [word for word in re.sub("<[^>]*>", " ", report).split() if word != "-"]

    copied = read(rendered(page_of(words)))

    assert copied.split() == words


def test_letter_spacing_does_no_harm(read, rendered):
    spaced = "<style>p { letter-spacing: .5pt }</style>"

    copied = read(rendered(spaced + page_of(["ดำเนินการ", "ถ้ำสิงห์", "เปื้อน"])))

    assert copied.split() == ["ดำเนินการ", "ถ้ำสิงห์", "เปื้อน"]
