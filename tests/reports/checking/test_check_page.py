"""The page that says what an assessor would mark down, and the command that says it to scripts."""

import pytest
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db

CHECK = "/reports/2570/check/"


def test_the_page_counts_what_is_wrong_and_what_is_right(client_of, secretary):
    page = client_of(secretary).get(CHECK).content.decode()

    assert "ยังไม่พร้อมพิมพ์ มี 5 เรื่องที่ทำให้เสียคะแนน" in page
    assert "ข้อ O ไม่มีผู้รับผิดชอบ" in page


def test_the_command_ends_with_one_where_something_must_be_mended(capsys):
    with pytest.raises(SystemExit) as ended:
        call_command("check_report", organization="tham-sing", year="๒๕๖๖")

    assert ended.value.code == 1
    assert "[ต้องแก้] O29 (ผู้รับผิดชอบ) ข้อ O ไม่มีผู้รับผิดชอบ" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"organization": "nobody", "year": "2566"}, "ไม่พบปีงบประมาณ 2566 ของ nobody"),
        ({"organization": "tham-sing", "year": "ปีนี้"}, "ไม่เข้าใจปี “ปีนี้”"),
    ],
)
def test_a_year_that_is_not_there_is_said(asked, said):
    with pytest.raises(CommandError, match=said):
        call_command("check_report", **asked)
