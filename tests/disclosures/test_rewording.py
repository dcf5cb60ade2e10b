"""The admin mends an item's words by the handbook, and says which need not be answered."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from disclosures.models import Confidence, DisclosureItem
from measures.models import Measure
from tracking.models import Status

# On PostgreSQL too: versions, and texts longer than a column.
pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def item(this_year):
    return DisclosureItem.objects.of(this_year).get(number=18)


@pytest.fixture
def url(item):
    return reverse("disclosures:edit", args=[2570, item.number])


@pytest.fixture
def client(client_of, admin):
    return client_of(admin)


@pytest.fixture
def typed(client, url):
    def over(**changed):
        form = client.get(url).context["form"]
        sent = {field.html_name: field.value() for field in form}
        return {name: value for name, value in (sent | changed).items() if value is not False}

    return over


def changes(item):
    return {change.what: (change.old, change.new) for change in reversed(item.changes.all())}


def test_a_title_is_mended_and_said_to_differ_from_the_catalogue(client, url, item, typed):
    before = item.title

    client.post(url, typed(title="ชื่อตามคู่มือ"))

    item.refresh_from_db()
    page = client.get(item.get_absolute_url()).content.decode()
    assert item.title == "ชื่อตามคู่มือ"
    assert changes(item) == {"title": (before, "ชื่อตามคู่มือ")}
    assert f"ในรายการใช้ชื่อว่า “{before}”" in page
    assert "นายวิทยา ศรีทอง" in page


def test_an_item_as_the_catalogue_has_it_says_nothing_of_differing(client, item):
    assert "ต่างจากรายการ" not in client.get(item.get_absolute_url()).content.decode()


def test_a_title_checked_with_the_handbook_warns_no_more(client, url, item, typed):
    type(item).objects.filter(pk=item.pk).update(title_confidence=Confidence.PARTLY)

    client.post(url, typed(title_is_checked="on"))

    item.refresh_from_db()
    assert item.title_confidence == Confidence.CONFIRMED
    assert changes(item)["checked"][1] == "ตรวจชื่อข้อกับคู่มือแล้ว"


def test_another_year_keeps_its_own_words(client, url, item, typed, source_year):
    before = DisclosureItem.objects.of(source_year).get(number=18).title

    client.post(url, typed(title="ชื่อตามคู่มือ"))

    assert DisclosureItem.objects.of(source_year).get(number=18).title == before


def test_an_item_is_not_applicable_with_a_reason_and_comes_back(client, url, item, typed):
    client.post(url, typed(applies="no", reason="ไม่มีภารกิจนี้"))
    item.refresh_from_db()
    off = (item.is_applicable, item.not_applicable_reason, item.due_on)

    client.post(url, typed(applies="yes"))

    item.refresh_from_db()
    assert off == (False, "ไม่มีภารกิจนี้", None)
    assert (item.is_applicable, item.not_applicable_reason) == (True, "")
    assert changes(item)["applicable"] == ("ไม่ใช้: ไม่มีภารกิจนี้", "ใช้กับหน่วยงานนี้")


def test_a_measure_waits_no_longer_for_an_item_that_does_not_apply(
    client, this_year, admin, secretary
):
    """มาตรการ 10 serves O27–O30, of which O29 alone has not been begun."""
    measure = Measure.objects.of(this_year).get(number=10)
    DisclosureItem.objects.of(this_year).filter(measures=measure).exclude(number=29).update(
        status=Status.ACCEPTED
    )
    before = Measure.objects.of(this_year).get(number=10).standing
    url = reverse("disclosures:edit", args=[2570, 29])
    form = client.get(url).context["form"]
    sent = {field.html_name: field.value() for field in form if field.value()}

    client.post(url, sent | {"applies": "no", "reason": "ไม่มี"})

    assert before == Status.DOING
    assert Measure.objects.of(this_year).get(number=10).standing == Status.ACCEPTED


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"title": ""}, "โปรดระบุชื่อข้อ"),
        ({"title": "ก" * 301}, "300"),
        ({"applies": "no", "reason": "  "}, "โปรดระบุเหตุผล"),
        ({"applies": "maybe"}, "maybe"),
        ({"applies": ""}, "โปรดเลือก"),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(client, url, item, typed, changed, said):
    response = client.post(url, typed(requirement="รายละเอียดที่พิมพ์ไว้") | changed)

    assert response.status_code == 422
    assert said in response.content.decode()
    assert "รายละเอียดที่พิมพ์ไว้" in response.content.decode()
    assert changes(item) == {}


def test_of_two_admins_the_second_sees_both_texts(client, url, item, typed):
    hers = typed(title="ชื่อของคนที่สอง")
    client.post(url, typed(title="ชื่อของคนแรก"))

    response = client.post(url, hers)

    page = response.content.decode()
    assert response.status_code == 409
    assert "ชื่อของคนแรก" in page
    assert page.count("ชื่อของคนที่สอง") == 2
    item.refresh_from_db()
    assert item.title == "ชื่อของคนแรก"


def test_a_button_pressed_twice_changes_it_once(client, url, item, typed):
    sent = typed(title="ชื่อตามคู่มือ")

    assert [client.post(url, sent).status_code for _ in range(2)] == [302, 302]
    assert item.changes.count() == 1


@pytest.mark.parametrize("who", ["secretary", "staff", "executive", "stranger"])
def test_only_the_admin_rewords_an_item(request, item, who):
    with pytest.raises(PermissionDenied):
        item.reword(item.wording, by=request.getfixturevalue(who), version=0)


def test_an_item_of_a_closed_year_stands(source_year, admin):
    item = DisclosureItem.objects.of(source_year).get(number=18)

    with pytest.raises(PermissionDenied):
        item.reword(item.wording, by=admin, version=0)


def test_an_items_page_asks_no_more_for_a_long_history(client, item, admin, queries_for):
    item.keep_change("title", "ก", "ข", by=admin)
    before = queries_for(client, item.get_absolute_url())
    for n in range(8):
        item.keep_change("title", str(n), "ข", by=admin)

    assert queries_for(client, item.get_absolute_url()) == before
