"""What a page was made from: while that is the same, so is the page, and need not be made to know.

A builder of pages looks at nothing but the database and the day. The questions it asked are kept;
asked again as they are, without models and templates, their answers cost a tenth of the page.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from django.db import connection

_MOST = 64


@dataclass(frozen=True)
class Known:
    """The key of the print of a page, and what the database answered before it was made."""

    key: str
    questions: tuple[tuple, ...]
    answers: str


#: Of this process, the last used at the end.
_known: OrderedDict[tuple, Known] = OrderedDict()


def built(build: Callable[[], str]) -> tuple[str, tuple[tuple, ...]]:
    """A page, and the questions that were asked of the database for it."""
    asked = []

    def note(execute, sql, params, many, context):
        asked.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        page = build()
    return page, tuple(asked)


def known_key(about: tuple) -> str | None:
    """The key of the page about this, if the database still answers as it did; else None."""
    known = _known.get(about)
    if known is None or answers_to(known.questions) != known.answers:
        return None
    return known.key


def remember(about: tuple, key: str, page: str, questions: tuple, build: Callable) -> None:
    """The answers are read before the page is made once more. What is written in between makes it
    another page, which is not remembered, or the next answers other ones: nothing old is given out.
    """
    answers = answers_to(questions)
    if build() != page:
        return
    _known[about] = Known(key, questions, answers)
    if len(_known) > _MOST:
        _known.popitem(last=False)


def answers_to(questions: tuple[tuple, ...]) -> str:
    found = sha256()
    with connection.cursor() as cursor:
        for sql, params in questions:
            cursor.execute(sql, params)
            found.update(repr(cursor.fetchall()).encode())
    return found.hexdigest()
