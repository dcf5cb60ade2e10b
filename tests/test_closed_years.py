"""A closed year is read by everybody and written by nobody: every address of the access table."""

import pytest
from django.test import Client
from django.urls import reverse

from organizations.models import User
from tests.test_access import CAST, CLOSED, TABLE, WHO, YEAR

#: What a closed year is for: to be opened again, and to have its report printed and issued.
OF_A_CLOSED_YEAR = {
    "reports:reopen_year",
    "reports:print",
    "reports:propose",
    "reports:word_template",
}


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
@pytest.mark.parametrize("who", [who for who in WHO if CAST[who]])
@pytest.mark.django_db
def test_nobody_writes_into_a_closed_year(name, args, who):
    client = Client()
    client.force_login(User.objects.get(username=CAST[who]))

    response = client.post(reverse(name, args=args))

    assert response.status_code in (403, 404, 405)
