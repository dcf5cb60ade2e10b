"""Every rule, in the order of the page. docs/checks.md says of each why points are lost by it."""

from itertools import chain

from checking.finding import Severity
from checking.rules import dates, evidence, imported, names, people, report, results, review, words

_IN_ORDER = (people, results, dates, evidence, review, report, names, words, imported)
_WORST_FIRST = list(Severity)

#: Each stands in its module, below the function that looks for it.
RULES = tuple(
    sorted(
        chain.from_iterable(module.RULES for module in _IN_ORDER),
        key=lambda rule: _WORST_FIRST.index(rule.severity),
    )
)
