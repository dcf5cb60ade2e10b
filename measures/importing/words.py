"""The words that a space inside is a slip: those of every office's report, and the office's own."""

from collections.abc import Iterable
from functools import cache

from django.conf import settings

from measures.importing.units import KnownUnit
from organizations.models import Organization


def whole_words(organization: Organization, units: Iterable[KnownUnit]) -> frozenset[str]:
    return _of_every_office() | {organization.name} | {unit.name for unit in units}


@cache
def _of_every_office() -> frozenset[str]:
    """Those that a report's line may not be broken in either: reports/words.txt."""
    words = (settings.BASE_DIR / "reports" / "words.txt").read_text(encoding="utf-8")
    return frozenset(words.split())
