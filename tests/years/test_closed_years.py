"""A closed year is read by everybody and written by nobody: every address of the access table."""

import pytest
from django.urls import reverse

from tests.access_cast import CAST, answers, statuses
from tests.test_access import CLOSED, TABLE, YEAR

#: What a closed year is for: to be opened again, and to have its report printed and issued.
OF_A_CLOSED_YEAR = {
    "years:reopen",
    "reports:print",
    "issuing:propose",
    "reports:word_template",
}
SIGNED_IN = tuple(who for who, username in CAST.items() if username)


@pytest.mark.parametrize(
    ("name", "args"),
    sorted(
        {
            (name, tuple(CLOSED + args[1:]))
            for method, name, args, _ in TABLE
            if method == "POST" and args and args[0] in (*YEAR, *CLOSED)
            if name not in OF_A_CLOSED_YEAR
        }
    ),
)
@pytest.mark.django_db
def test_nobody_writes_into_a_closed_year(name, args):
    got = statuses(answers("POST", reverse(name, args=args), SIGNED_IN))

    assert {who: status for who, status in got.items() if status not in (403, 404, 405)} == {}


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("reports:wording", CLOSED),
        ("reports:remark", [*CLOSED, 1]),
        ("reports:itas", CLOSED),
        ("follow_up:meeting", CLOSED),
        ("disclosures:edit", [*CLOSED, 18]),
    ],
)
def test_the_secretary_whose_form_was_open_is_told_that_the_year_is_closed(
    client_of, secretary, name, args
):
    response = client_of(secretary).post(reverse(name, args=args))

    assert response.status_code == 403
    assert "ปิดแล้ว อ่านได้อย่างเดียว" in response.content.decode()


@pytest.mark.parametrize(
    "name", ["measures:edit", "measures:add", "measures:arrange", "disclosures:edit"]
)
def test_the_admin_is_told_that_it_is_the_year_that_is_closed(client_of, admin, name):
    args = [*CLOSED, 1] if name.endswith("edit") else CLOSED

    response = client_of(admin).get(reverse(name, args=args))

    assert response.status_code == 403
    assert "ปิดแล้ว อ่านได้อย่างเดียว" in response.content.decode()
