#!/usr/bin/env python
"""Compile locale/*/LC_MESSAGES/*.po to the .mo files Django reads; needs no gettext, only polib."""

from pathlib import Path

import polib

LOCALE = Path(__file__).resolve().parent.parent / "locale"

for po in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
    polib.pofile(po).save_as_mofile(po.with_suffix(".mo"))
