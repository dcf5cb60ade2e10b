"""Commands about one year of one office understand the same words, and refuse alike."""

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command, get_commands, load_command_class

from organizations.commands import BringingInCommand, YearCommand

READING = {
    "check_report": {},
    "export_year": {"file": "x.xlsx"},
    "render_report": {"output": "x.pdf"},
}
BRINGING_IN = {"import_year": {"file": "x.xlsx"}, "import_measures": {"file": "x.docx"}}


def run(command: str, *, organization: str = "tham-sing", year: str = "2570", **more):
    words = [more.pop("file")] if "file" in more else []
    call_command(command, *words, organization=organization, year=year, **more)


def test_whoever_takes_a_year_takes_it_from_the_shared_base():
    ours = {name: app for name, app in get_commands().items() if (settings.BASE_DIR / app).is_dir()}
    commands = {name: load_command_class(app, name) for name, app in ours.items()}
    helps = {name: one.create_parser("", name).format_help() for name, one in commands.items()}
    asked = {
        name: type(commands[name])
        for name, text in helps.items()
        if "--organization " in text and "--year " in text
    }

    assert set(asked) == {*READING, *BRINGING_IN}
    assert all(issubclass(one, YearCommand) for one in asked.values())
    assert all(issubclass(asked[name], BringingInCommand) for name in BRINGING_IN)


@pytest.mark.django_db
@pytest.mark.parametrize(("command", "more"), [*READING.items(), *BRINGING_IN.items()])
@pytest.mark.parametrize("year", ["ปีนี้", "70", "2026"])
def test_a_year_that_is_none_is_named(command, more, year):
    with pytest.raises(CommandError, match=f"ไม่เข้าใจปี “{year}” โปรดใช้ปี พ.ศ. สี่หลัก") as refused:
        run(command, year=year, **more)

    assert refused.value.returncode == 2


@pytest.mark.django_db
@pytest.mark.parametrize(("command", "more"), READING.items())
@pytest.mark.parametrize("asked", [{"year": "๒๕๙๙"}, {"organization": "nowhere"}])
def test_a_year_that_is_not_there_is_named_with_those_that_are(command, more, asked):
    with pytest.raises(CommandError, match=r"ไม่พบปีงบประมาณ .*ที่มีอยู่: .*tham-sing 2570") as refused:
        run(command, **asked, **more)

    assert refused.value.returncode == 2


@pytest.mark.django_db
@pytest.mark.parametrize(("command", "more"), BRINGING_IN.items())
@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"organization": "nowhere"}, "ไม่พบหน่วยงาน nowhere"),
        ({"by": "nobody"}, "ไม่พบผู้ใช้ nobody"),
    ],
)
def test_an_office_or_a_person_that_is_not_there_is_named(command, more, asked, said):
    with pytest.raises(CommandError, match=said) as refused:
        run(command, **asked, **more)

    assert refused.value.returncode == 2
