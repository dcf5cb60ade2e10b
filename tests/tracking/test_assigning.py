"""Who hears of it when a unit is made to answer for something."""

import pytest
from django.core.exceptions import PermissionDenied

from disclosures.models import DisclosureItem
from measures.models import Measure
from organizations.models import Notice, NoticeKind
from organizations.permissions import Role
from tracking.models import Status

# On PostgreSQL too: notices are written in one go, whoever has some already.
pytestmark = pytest.mark.both_databases


@pytest.fixture(params=["item", "measure"])
def row(request, this_year):
    """Nobody's so far: O29, and a measure that serves it."""
    item = DisclosureItem.objects.of(this_year).get(number=29)
    if request.param == "item":
        return item
    measure = Measure.objects.create(ita_round=this_year, number=90, title="จัดทำแผนพัฒนาบุคลากร")
    measure.items.add(item)
    return measure


@pytest.fixture
def works(office):
    return office.units.get(name="กองช่าง")


def told_of(row):
    return list(Notice.objects.about(row).values_list("user__username", flat=True))


def test_the_units_people_are_told(row, works, admin):
    row.assign(works, by=admin)

    notice = Notice.objects.about(row).get()
    assert notice.user.username == "chaiwat"
    assert notice.kind == NoticeKind.ASSIGNED
    assert notice.title == f"มอบหมายให้กองช่างรับผิดชอบ {row.code} {row.title}"
    assert notice.read_at is None


def test_people_of_the_sections_below_are_told_too(row, office, admin):
    row.assign(office.units.get(name="สำนักปลัด"), by=admin)

    told = told_of(row)
    assert {"thanakorn", "malee", "nitipong"} <= set(told)
    assert len(told) == len(set(told))


def test_nobody_is_told_of_their_own_doing(row, office, admin):
    row.assign(office.units.get(name="สำนักปลัด"), by=admin)

    assert "wittaya" not in told_of(row)


def test_who_has_left_is_not_told(row, works, admin, office):
    office.users.filter(username="chaiwat").update(is_active=False)

    row.assign(works, by=admin)

    assert told_of(row) == []


def test_another_label_is_no_news(row, works, admin):
    row.assign(works, by=admin)

    row.assign(works, by=admin, label="พนักงานที่จัดทำแผน")

    assert told_of(row) == ["chaiwat"]


def test_nor_is_it_to_a_unit_that_was_never_told(row, works, admin):
    """The operator assigns in silence."""
    row.links.create(unit=works)

    row.assign(works, by=admin, label="พนักงานที่จัดทำแผน")

    assert told_of(row) == []


def test_a_unit_that_gets_it_back_is_told_again(row, works, admin):
    row.assign(works, by=admin)
    row.unassign(works, by=admin)

    row.assign(works, by=admin)

    assert told_of(row) == ["chaiwat", "chaiwat"]


def test_the_due_date_is_said_where_there_is_one(this_year, works, admin):
    DisclosureItem.objects.of(this_year).get(number=29).assign(works, by=admin)

    assert Notice.objects.get(user__username="chaiwat", path="/disclosures/2570/29/").text == (
        "ครบกำหนดวันที่ 30 เมษายน 2570"
    )


@pytest.mark.parametrize("role", [Role.STAFF, Role.SECRETARY, Role.EXECUTIVE])
@pytest.mark.parametrize("verb", ["assign", "unassign"])
def test_only_the_admin_says_who_answers(row, works, office, role, verb):
    somebody = office.users.filter(role=role).first()

    with pytest.raises(PermissionDenied):
        getattr(row, verb)(works, by=somebody)

    assert told_of(row) == []


def test_a_unit_of_another_office_is_given_nothing(row, next_door, admin):
    with pytest.raises(PermissionDenied):
        row.assign(next_door.units.get(name="สำนักปลัด"), by=admin)

    assert told_of(row) == []


def test_a_closed_year_is_assigned_no_more(source_year, works, admin):
    with pytest.raises(PermissionDenied):
        Measure.objects.of(source_year).first().assign(works, by=admin)


def test_what_was_loaded_before_does_not_count_for_the_status(this_year, office, admin):
    """Rows of a list carry their units with them, which are old once one more is assigned."""
    accepted = Measure.objects.of(this_year).with_work().get(number=2)
    assert accepted.standing == Status.ACCEPTED

    accepted.assign(office.units.get(name="กองช่าง"), by=admin)

    assert accepted.standing == Status.DOING
    assert Measure.objects.of(this_year).get(number=2).status == Status.DOING


def test_the_demonstration_opens_to_nothing_assigned_just_now(office):
    assigned = Notice.objects.filter(user__organization=office, kind=NoticeKind.ASSIGNED)

    assert assigned.exists()
    assert not assigned.unread().exists()
