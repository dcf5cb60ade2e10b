"""Every address, every person: who gets what. An address without a row here fails the last test."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, get_resolver, reverse

from tests.access_cast import WHO, answers, statuses
from tests.access_issuing import ISSUED, ISSUING, WAITING
from tests.access_office import OFFICE, PERSON, UNIT
from tests.access_rows import add_evidence, add_proposals, add_unit_and_person
from tests.access_years import YEARS

# On PostgreSQL too: each page and each form asks the database in every person's name.
pytestmark = pytest.mark.both_databases

#: The supervisor of several offices belongs to none, like the operator, and gets the same,
#: save here: an address for a supervisor alone, or one for the operator alone.
SUPERVISOR = {
    ("GET", "overview:table"): 200,
    ("GET", "overview:sheet"): 200,
    ("GET", "overview:office"): 200,
    ("GET", "admin:index"): 302,
}
#: What a supervisor may post: to sign in and out and mind their own account, and to ask about an
#: address. Everything else refuses them, and nothing of an office is written.
HERS_TO_POST = {
    "home",
    "account_login",
    "account_logout",
    "account_inactive",
    "account_change_password",
    "account_reauthenticate",
    "mfa_authenticate",
    "mfa_reauthenticate",
    "mfa_activate_totp",
    "mfa_replace_totp",
    "mfa_generate_recovery_codes",
    "admin:index",
    "tracking:link_notes",
    "verify",
}
#: Tables in which a request itself leaves a trace.
COUNTERS = ("django_session", "cache")

YEAR, CLOSED = [2570], [2566]
MEASURE, ITEM, OLD_ITEM = [2570, 1], [2570, 17], [2566, 17]

#: Files of evidence, by the numbers that `evidence` gives them.
RECORDED, HELD, ELSEWHERE = [9_000_001], [9_000_002], [9_000_003]

READ = (302, 200, 200, 200, 200, 200, 404, 404)
FOUND_ELSEWHERE = (302, 302, 302, 302, 302, 302, 404, 404)
WRITE = (302, 200, 403, 200, 200, 403, 404, 404)
REFUSED_INPUT = (302, 422, 403, 422, 422, 403, 404, 404)
REVIEW = (302, 403, 403, 200, 200, 403, 404, 404)
REFUSED_REVIEW = (302, 403, 403, 422, 422, 403, 404, 404)
NOTHING_CHOSEN = (302, 403, 403, 302, 302, 403, 404, 404)
UNSENT_COMMENT = (302, 422, 422, 422, 422, 422, 404, 404)
IMPORT = (302, 403, 403, 403, 200, 403, 404, 404)
REFUSED_IMPORT = (302, 403, 403, 403, 422, 403, 404, 404)
NO_DOCUMENT = (302, 403, 403, 403, 404, 403, 404, 404)
ASSIGN = (302, 403, 403, 403, 200, 403, 404, 404)
REFUSED_ASSIGN = (302, 403, 403, 403, 422, 403, 404, 404)
OVERTAKEN = (302, 403, 403, 403, 409, 403, 404, 404)
NOBODY = (302, 403, 403, 403, 403, 403, 404, 404)
SUPERVISORS = (302, *(403,) * 7)
NOT_TO_READ = (302, *(405,) * 7)
HOLDER = (302, 200, *(404,) * 6)
NEIGHBOUR = (302, *(404,) * 5, 200, 404)
EVERYBODY = (200,) * 8
CLOSED_PAGE = (404,) * 8

#: The columns are those of CAST without the supervisor. 302 for the anonymous leads to signing in.
TABLE = [
    ("GET", "home", [], (302,) * 8),
    ("GET", "favicon", [], EVERYBODY),
    ("POST", "favicon", [], (405,) * 8),
    ("GET", "account_login", [], (200, *(302,) * 7)),
    ("GET", "account_logout", [], (302, *(200,) * 7)),
    ("GET", "account_inactive", [], EVERYBODY),
    ("GET", "account_change_password", [], (302, *(200,) * 7)),
    ("GET", "account_reauthenticate", [], (302, *(200,) * 7)),
    ("GET", "mfa_index", [], (302, *(200,) * 7)),
    ("GET", "mfa_authenticate", [], (302,) * 8),
    ("GET", "mfa_reauthenticate", [], (302,) * 8),
    ("GET", "mfa_activate_totp", [], (302,) * 8),
    ("GET", "mfa_replace_totp", [], (302,) * 8),
    ("GET", "mfa_deactivate_totp", [], (302, *(404,) * 7)),
    ("GET", "mfa_view_recovery_codes", [], (302, *(404,) * 7)),
    ("GET", "mfa_generate_recovery_codes", [], (302,) * 8),
    ("GET", "account_signup", [], CLOSED_PAGE),
    ("POST", "account_signup", [], CLOSED_PAGE),
    ("GET", "account_email", [], CLOSED_PAGE),
    ("GET", "account_set_password", [], CLOSED_PAGE),
    ("GET", "account_reset_password", [], CLOSED_PAGE),
    ("GET", "notices", [], (302, *(200,) * 6, 404)),
    ("POST", "notices", [], (302, *(302,) * 6, 404)),
    ("GET", "follow_up:dashboard", YEAR, READ),
    ("GET", "follow_up:my_work", YEAR, READ),
    ("GET", "follow_up:outstanding", YEAR, READ),
    ("GET", "follow_up:follow_up", YEAR, READ),
    ("GET", "follow_up:follow_up_sheet", YEAR, READ),
    ("GET", "follow_up:meeting", YEAR, READ),
    ("POST", "follow_up:meeting", YEAR, REFUSED_REVIEW),
    ("POST", "follow_up:meeting", CLOSED, NOBODY),
    ("GET", "reports:itas", YEAR, READ),
    ("POST", "reports:itas", YEAR, REFUSED_REVIEW),
    ("POST", "reports:itas", CLOSED, NOBODY),
    ("GET", "reports:itas_sheet", YEAR, READ),
    ("GET", "follow_up:review", YEAR, REVIEW),
    ("POST", "follow_up:review", YEAR, NOTHING_CHOSEN),
    ("POST", "follow_up:review", CLOSED, NOBODY),
    ("GET", "years:book", YEAR, REVIEW),
    ("GET", "years:book", CLOSED, REVIEW),
    ("POST", "years:book", YEAR, REFUSED_ASSIGN),
    ("POST", "years:book", CLOSED, NOBODY),
    ("GET", "years:book_sheet", YEAR, REVIEW),
    ("GET", "years:book_sheet", CLOSED, REVIEW),
    ("GET", "years:board", YEAR, ASSIGN),
    ("POST", "years:board", YEAR, REFUSED_ASSIGN),
    ("POST", "years:board", CLOSED, NOBODY),
    ("GET", "years:board_sheet", YEAR, ASSIGN),
    ("GET", "checking:check", YEAR, READ),
    ("GET", "issuing:progress", YEAR, READ),
    ("GET", "reports:progress_pdf", YEAR, READ),
    ("GET", "reports:progress_word", YEAR, READ),
    ("GET", "reports:progress_own", YEAR, READ),
    ("GET", "reports:word_template", YEAR, ASSIGN),
    ("POST", "reports:word_template", YEAR, REFUSED_ASSIGN),
    ("GET", "reports:word_sample", YEAR, ASSIGN),
    ("GET", "reports:progress_excel", YEAR, READ),
    ("GET", "reports:wording", YEAR, REVIEW),
    ("POST", "reports:wording", YEAR, REFUSED_REVIEW),
    ("GET", "reports:wording", CLOSED, NOBODY),
    ("POST", "reports:wording", CLOSED, NOBODY),
    ("GET", "reports:remarks", YEAR, REVIEW),
    ("GET", "reports:remark", MEASURE, REVIEW),
    ("POST", "reports:remark", MEASURE, NOTHING_CHOSEN),
    ("GET", "reports:remark", [2566, 1], NOBODY),
    ("POST", "reports:remark", [2566, 1], NOBODY),
    ("GET", "reports:print", [2570, "0" * 64], READ),
    ("POST", "reports:print", [2570, "0" * 64], FOUND_ELSEWHERE),
    *ISSUING,
    ("GET", "measures:list", YEAR, READ),
    ("GET", "measures:import", YEAR, IMPORT),
    ("POST", "measures:import", YEAR, REFUSED_IMPORT),
    ("GET", "measures:import", CLOSED, NOBODY),
    ("GET", "measures:import_decide", [2570, 0], NO_DOCUMENT),
    ("GET", "measures:import_measures", [2570, 0], NO_DOCUMENT),
    ("GET", "measures:add", YEAR, ASSIGN),
    ("POST", "measures:add", YEAR, REFUSED_ASSIGN),
    ("GET", "measures:add", CLOSED, NOBODY),
    ("GET", "measures:arrange", YEAR, ASSIGN),
    ("POST", "measures:arrange", YEAR, OVERTAKEN),
    ("POST", "measures:arrange", CLOSED, NOBODY),
    ("GET", "measures:edit", MEASURE, REVIEW),
    ("POST", "measures:edit", MEASURE, REFUSED_REVIEW),
    ("POST", "measures:edit", [2566, 1], NOBODY),
    ("GET", "measures:remove", MEASURE, ASSIGN),
    ("POST", "measures:remove", MEASURE, REFUSED_ASSIGN),
    ("POST", "measures:remove", [2566, 1], NOBODY),
    ("GET", "measures:measure", MEASURE, READ),
    ("GET", "measures:record", MEASURE, WRITE),
    ("POST", "measures:record", MEASURE, REFUSED_INPUT),
    ("GET", "measures:record", [2566, 1], NOBODY),
    ("POST", "measures:attach", MEASURE, REFUSED_INPUT),
    ("GET", "measures:attach", MEASURE, NOT_TO_READ),
    ("POST", "measures:attach", [2566, 1], NOBODY),
    ("GET", "measures:review", [2570, 3], REVIEW),
    ("POST", "measures:review", [2570, 3], REFUSED_REVIEW),
    ("POST", "measures:comment", MEASURE, UNSENT_COMMENT),
    ("POST", "measures:comment", [2566, 1], NOBODY),
    ("GET", "disclosures:list", YEAR, READ),
    ("GET", "disclosures:item", ITEM, READ),
    ("GET", "disclosures:edit", ITEM, ASSIGN),
    ("POST", "disclosures:edit", ITEM, REFUSED_ASSIGN),
    ("POST", "disclosures:edit", OLD_ITEM, NOBODY),
    ("GET", "disclosures:record", ITEM, WRITE),
    ("POST", "disclosures:record", ITEM, REFUSED_INPUT),
    ("POST", "disclosures:record", OLD_ITEM, NOBODY),
    ("POST", "disclosures:attach", ITEM, REFUSED_INPUT),
    ("GET", "disclosures:attach", ITEM, NOT_TO_READ),
    ("POST", "disclosures:attach", OLD_ITEM, NOBODY),
    ("GET", "tracking:evidence", RECORDED, READ),
    ("POST", "tracking:evidence", RECORDED, NOT_TO_READ),
    ("GET", "tracking:evidence", HELD, HOLDER),
    ("GET", "tracking:evidence", ELSEWHERE, NEIGHBOUR),
    ("GET", "tracking:evidence_preview", RECORDED, READ),
    ("GET", "tracking:evidence_preview", HELD, HOLDER),
    ("GET", "tracking:evidence_preview", ELSEWHERE, NEIGHBOUR),
    ("POST", "tracking:evidence_discard", RECORDED, (302, *(404,) * 7)),
    ("POST", "tracking:evidence_discard", HELD, HOLDER),
    ("POST", "tracking:evidence_discard", ELSEWHERE, (302, *(404,) * 7)),
    ("GET", "tracking:evidence_discard", HELD, NOT_TO_READ),
    ("GET", "tracking:link_notes", [], NOT_TO_READ),
    ("POST", "tracking:link_notes", [], (302, *(200,) * 7)),
    ("GET", "disclosures:review", [2570, 15], REVIEW),
    ("POST", "disclosures:review", [2570, 15], REFUSED_REVIEW),
    ("POST", "disclosures:comment", ITEM, UNSENT_COMMENT),
    ("POST", "disclosures:comment", OLD_ITEM, NOBODY),
    ("GET", "overview:table", [], SUPERVISORS),
    ("GET", "overview:sheet", [], SUPERVISORS),
    ("GET", "overview:office", ["tham-sing", 2570], SUPERVISORS),
    *OFFICE,
    *YEARS,
    ("GET", "admin:index", [], (302, 302, 302, 302, 302, 302, 302, 200)),
]
ROWS = [
    pytest.param(
        method,
        name,
        args,
        dict(zip(WHO, (*row, SUPERVISOR.get((method, name), row[-1])), strict=True)),
        id=f"{method} {name} {args}",
    )
    for method, name, args, row in TABLE
]


@pytest.fixture
def evidence(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    add_evidence(tmp_path, recorded=RECORDED[0], held=HELD[0], elsewhere=ELSEWHERE[0])


@pytest.fixture
def kept(office):
    add_unit_and_person(office, unit=UNIT[0], person=PERSON[0])


@pytest.fixture
def proposals(this_year, secretary, executive):
    add_proposals(this_year, secretary, executive, waiting=WAITING[1], issued=ISSUED[1])


@pytest.mark.usefixtures("evidence", "kept", "proposals")
@pytest.mark.parametrize(("method", "name", "args", "theirs"), ROWS)
def test_everybody_gets_what_is_theirs_and_no_more(method, name, args, theirs):
    got = answers(method, reverse(name, args=args))

    assert statuses(got) == theirs
    if theirs["anonymous"] == 302:
        assert "/login/" in got["anonymous"].url


@pytest.mark.usefixtures("evidence", "kept", "proposals")
@pytest.mark.parametrize(
    ("name", "args"), sorted({(name, tuple(args)) for _, name, args, _ in TABLE})
)
def test_the_supervisor_can_write_nowhere(name, args, client_of, supervisor):
    client = client_of(supervisor)

    with CaptureQueriesContext(connection) as captured:
        response = client.post(reverse(name, args=args))

    assert response.status_code in (403, 404, 405) or name in HERS_TO_POST
    assert [query["sql"] for query in captured if _is_write(query["sql"])] == []


def _is_write(sql: str) -> bool:
    """Into a table that is not the session's or the counter of wrong passwords."""
    verb, *rest = sql.split()
    if verb not in ("INSERT", "UPDATE", "DELETE"):
        return False
    return next(word for word in rest if word.startswith('"')).strip('"') not in COUNTERS


def _names(patterns, namespace=""):
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}"
        elif pattern.namespace == "admin":
            yield "admin:index"
        else:
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from _names(pattern.url_patterns, namespace + inner)


def test_no_address_is_without_a_row():
    in_the_table = {name for _, name, _, _ in TABLE}

    assert set(_names(get_resolver().url_patterns)) == in_the_table
