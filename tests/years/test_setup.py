"""The guide through the steps of opening a year, until it is everybody's."""

import pytest

from disclosures.actions import open_round
from disclosures.models import DisclosureItem
from organizations.models import Notice, NoticeKind
from tests.conftest import MORNING
from tests.factories import multiply_measures
from years.opening import start_year
from years.setup import build_setup

pytestmark = pytest.mark.django_db


def wants(ita_round, step: str) -> list[str]:
    (found,) = [one for one in build_setup(ita_round).steps if one.title == step]
    return [want.text for want in found.wants]


def test_the_steps_stand_in_their_order(prepared):
    assert [step.title for step in build_setup(prepared).steps] == [
        "ฉบับและข้อ O",
        "ส่วนราชการ",
        "มาตรการ",
        "ผู้รับผิดชอบ",
        "ผู้ใช้",
    ]


def test_what_is_missing_is_said_in_words(prepared):
    assert "รอตัดสินข้อที่ยกมาไม่ได้ตรงตัว" in wants(prepared, "ฉบับและข้อ O")[0]
    assert "ไม่มีผู้รับผิดชอบ: O19, O22" in wants(prepared, "ผู้รับผิดชอบ")
    assert wants(prepared, "ผู้ใช้") == ["ยังไม่มีผู้ที่เข้าใช้ระบบได้: ศูนย์พัฒนาเด็กเล็ก"]


def test_a_year_of_nothing_but_its_items_asks_for_measures(office, admin):
    bare = open_round(organization=office, be_year=2571, by=admin, is_started=False)

    assert wants(bare, "มาตรการ") == ["ยังไม่มีมาตรการ โปรดนำเข้าจากเอกสารของหน่วยงาน"]


def test_a_document_left_half_imported_is_gone_on_with(prepared, admin):
    document = prepared.imported_documents.create(by=admin, name="แผน.docx", tables=[])

    (want,) = [one for one in build_setup(prepared).wants if "แผน.docx" in one.text]

    assert want.link.url == f"/measures/2568/import/{document.pk}/"


def test_a_step_is_done_once_nothing_is_missing(prepared, office, admin):
    for number in (19, 22):
        DisclosureItem.objects.of(prepared).get(number=number).assign(
            office.units.get(name="งานนิติการ"), by=admin
        )
    for item in DisclosureItem.objects.of(prepared):
        links = [link for link in item.assignments.all() if link.is_lead]
        for link in links[1:]:
            item.assign(link.unit, by=admin, is_lead=False)

    assert wants(prepared, "ผู้รับผิดชอบ") == []


def test_every_step_leads_to_a_page_that_is_there(client, prepared):
    links = {link.url for step in build_setup(prepared).steps for link in step.links}
    links |= {want.link.url for want in build_setup(prepared).wants if want.link}

    assert {client.get(url.split("#")[0]).status_code for url in links} == {200}


def test_the_guide_asks_the_same_however_much_there_is(client, prepared, queries_for):
    before = queries_for(client, "/reports/2568/setup/")
    multiply_measures(prepared, 3)

    assert queries_for(client, "/reports/2568/setup/") == before


@pytest.mark.parametrize("name", ["staff", "other_staff", "executive"])
@pytest.mark.parametrize(
    "path",
    ["/reports/2568/", "/reports/2568/my-work/", "/measures/2568/1/", "/disclosures/2568/1/"],
)
@pytest.mark.usefixtures("prepared")
def test_till_it_is_started_a_year_is_not_there_for_others(client_of, name, path, request):
    assert client_of(request.getfixturevalue(name)).get(path).status_code == 404


def test_a_year_being_prepared_is_nobodys_first_page(client_of, admin, staff, next_year):
    assert client_of(staff).get("/").url == "/reports/2570/my-work/"
    assert client_of(admin).get("/").url == "/reports/2570/"


def test_the_secretary_reads_it_and_is_told_that_it_is_prepared(client_of, secretary, prepared):
    page = client_of(secretary).get("/measures/2568/").content.decode()

    assert "ปีงบประมาณ 2568 กำลังเตรียม ส่วนราชการยังไม่เห็น" in page


def test_starting_tells_each_person_once_of_all_their_work(client, next_year, staff, other_staff):
    before = set(Notice.objects.values_list("pk", flat=True))

    client.post("/reports/2571/setup/start/")

    told = Notice.objects.exclude(pk__in=before)
    assert told.filter(user=staff).count() == told.filter(user=other_staff).count() == 1
    notice = told.get(user=other_staff)
    assert notice.kind == NoticeKind.ASSIGNED
    assert notice.path == "/reports/2571/my-work/"
    assert "กองคลัง: มาตรการ 3" in notice.text
    assert "งานพัสดุ: ข้อ" in notice.text


def test_opening_a_year_tells_nobody(next_year):
    assert not Notice.objects.filter(path__contains="/2571/").exists()


def test_once_started_it_is_the_year_of_staff(client, client_of, staff, next_year):
    client.post("/reports/2571/setup/start/")

    assert client_of(staff).get("/").url == "/reports/2571/my-work/"
    assert client_of(staff).get("/reports/2571/my-work/").status_code == 200


def test_starting_twice_is_said_and_tells_nobody_again(client, next_year):
    client.post("/reports/2571/setup/start/")
    told = Notice.objects.count()

    page = client.post("/reports/2571/setup/start/", follow=True).content.decode()

    assert "จึงเริ่มปีไม่ได้" in page
    assert Notice.objects.count() == told


def test_telling_costs_the_same_however_many_rows_there_are(
    next_year, admin, django_assert_max_num_queries
):
    multiply_measures(next_year, 3)

    with django_assert_max_num_queries(25):
        start_year(next_year, by=admin, at=MORNING)
