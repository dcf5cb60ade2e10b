#!/usr/bin/env python3
"""Derive the report font from Sarabun, so that Thai in a PDF is copied and searched as written.

usage: script/derive_font.py PACKAGE [static/fonts]      needs: fonttools, uharfbuzz
PACKAGE is the unpacked npm package named in static/fonts/README.md, which also says why.
The same input gives the same bytes.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import uharfbuzz
from fontTools.otlLib.builder import buildLigatureSubstSubtable, buildLookup
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

FAMILY = "SarabunITA"
STYLES = {
    "Regular": "400Regular/Sarabun_400Regular.ttf",
    "Bold": "700Bold/Sarabun_700Bold.ttf",
    "Italic": "400Regular_Italic/Sarabun_400Regular_Italic.ttf",
    "BoldItalic": "700Bold_Italic/Sarabun_700Bold_Italic.ttf",
}
CONSONANTS = [chr(code) for code in range(0x0E01, 0x0E2F)]
UPPER = "ัิีึื็ํ"
LOWER = "ฺุู"
TONES = "่้๊๋์๎"
SARA_AM = "ำ"
LETTER = 1  # glyph class in GDEF: not a mark, so it keeps its width
ARGS_ARE_XY_ROUNDED = 0x4


def main(package: Path, target: Path) -> None:
    for style, path in STYLES.items():
        font = TTFont(package / path, recalcTimestamp=False)
        join_clusters(font, uharfbuzz.Font(uharfbuzz.Face((package / path).read_bytes())))
        rename(font, style)
        font.save(target / f"{FAMILY}-{style}.ttf")


def clusters() -> Iterator[str]:
    """A consonant and what stands on it, below it or, with SARA AM, on and after it."""
    marks = [vowel + tone for vowel in ["", *UPPER, *LOWER] for tone in ["", *TONES]]
    for consonant in CONSONANTS:
        yield from (consonant + mark for mark in marks if mark)
    for consonant in ["", *CONSONANTS]:
        yield from (consonant + tone + SARA_AM for tone in ["", *TONES[:4]])


def join_clusters(font: TTFont, shaper: uharfbuzz.Font) -> None:
    """Give every cluster one glyph: it looks as HarfBuzz draws it and is one entry in a PDF's map.

    A PDF maps glyphs to text one by one. SARA AM is drawn as two and cannot be said that way
    (ดำเนินการ is read "ดาเนินการ"); marks on their own are ordered by where they stand, or taken for
    the end of a word (in bold, กิริยา is read "กิรย ิ า").
    """
    ligatures = {}
    for cluster in clusters():
        parts = list(shape(shaper, cluster))
        name = "_".join(f"uni{ord(letter):04X}" for letter in cluster) + ".joined"
        compose(font, name, parts)
        ligatures[tuple(glyph for glyph, *_ in parts)] = name
    font.setGlyphOrder(font["glyf"].glyphOrder)
    font["post"].formatType = 3  # without glyph names, a quarter of the file
    add_ligatures(font, ligatures)


def shape(shaper: uharfbuzz.Font, text: str) -> Iterator[tuple[str, int, int, int]]:
    """The glyphs of a text: name, x and y from the text's origin, width."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(shaper, buffer)
    pen = 0
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        name = shaper.glyph_to_string(info.codepoint)
        yield name, pen + position.x_offset, position.y_offset, position.x_advance
        pen += position.x_advance


def compose(font: TTFont, name: str, parts: list[tuple[str, int, int, int]]) -> None:
    glyph = Glyph()
    glyph.numberOfContours = -1
    glyph.components = []
    for part, x, y, _ in parts:
        component = GlyphComponent()
        component.glyphName, component.x, component.y = part, x, y
        component.flags = ARGS_ARE_XY_ROUNDED
        glyph.components.append(component)
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (sum(width for *_, width in parts), glyph.xMin)
    font["GDEF"].table.GlyphClassDef.classDefs[name] = LETTER


def add_ligatures(font: TTFont, ligatures: dict[tuple[str, ...], str]) -> None:
    """In `ccmp`, as letter-spacing switches `liga` off; last, after Sarabun's own rules."""
    table = font["GSUB"].table
    index = len(table.LookupList.Lookup)
    table.LookupList.Lookup.append(buildLookup([buildLigatureSubstSubtable(ligatures)]))
    for script in table.ScriptList.ScriptRecord:
        if script.ScriptTag == "thai":
            for number in script.Script.DefaultLangSys.FeatureIndex:
                record = table.FeatureList.FeatureRecord[number]
                if record.FeatureTag == "ccmp":
                    record.Feature.LookupListIndex.append(index)


def rename(font: TTFont, style: str) -> None:
    for record in font["name"].names:
        if record.nameID in {1, 3, 4, 6, 16}:
            record.string = str(record).replace("Sarabun", FAMILY)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2] if len(sys.argv) == 3 else "static/fonts"))
