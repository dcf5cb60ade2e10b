"""The bell, the page behind it, and when a notice counts as read."""

from datetime import timedelta

import pytest
from django.urls import reverse

from organizations.models import Notice
from tests.conftest import MORNING
from tests.factories import give_notices

# On PostgreSQL too: the order of a list, and its counts.
pytestmark = pytest.mark.both_databases

PAGE = "/notices/"
#: Sent back to the staff's unit, in the demonstration; the notices below are of it.
RETURNED = "/disclosures/2570/18/"


@pytest.fixture
def nothing_yet(db):
    Notice.objects.all().delete()


@pytest.fixture
def html_of(client_of):
    def html(user, url=PAGE, **more):
        return client_of(user).get(url, **more).content.decode()

    return html


class TestTheBell:
    def test_counts_what_they_have_not_read(self, staff, nothing_yet, html_of):
        give_notices(staff, 3)

        assert 'aria-label="การแจ้งเตือน ยังไม่ได้อ่าน 3 เรื่อง"' in html_of(staff, "/measures/2570/")

    def test_says_so_where_all_is_read(self, staff, nothing_yet, html_of):
        give_notices(staff, 3, read_at=MORNING)

        html = html_of(staff, "/measures/2570/")

        assert 'aria-label="การแจ้งเตือน อ่านครบแล้ว"' in html
        assert "bell-count" not in html

    def test_counts_nobody_elses(self, staff, other_staff, nothing_yet, html_of):
        give_notices(other_staff, 3)

        assert "อ่านครบแล้ว" in html_of(staff, "/measures/2570/")

    def test_stays_small_however_many_there_are(self, staff, nothing_yet, html_of):
        give_notices(staff, 100)

        html = html_of(staff, "/measures/2570/")

        assert ">99+<" in html
        assert "ยังไม่ได้อ่าน 100 เรื่อง" in html

    def test_is_not_there_for_the_operator_who_has_no_office(self, operator, html_of):
        assert "การแจ้งเตือน" not in html_of(operator, reverse("account_change_password"))

    def test_costs_one_query(self, client_of, staff, django_assert_max_num_queries):
        with django_assert_max_num_queries(99) as asked:
            client_of(staff).get("/measures/2570/")

        assert sum("organizations_notice" in query["sql"] for query in asked) == 1

    def test_costs_nothing_where_there_is_no_top_bar(
        self, client_of, staff, django_assert_max_num_queries
    ):
        with django_assert_max_num_queries(99) as asked:
            client_of(staff).get("/reports/2566/progress.pdf")

        assert sum("organizations_notice" in query["sql"] for query in asked) == 0

    def test_asks_no_more_for_many(self, client_of, staff, queries_for):
        few = queries_for(client_of(staff), "/measures/2570/")
        give_notices(staff, 200)

        assert queries_for(client_of(staff), "/measures/2570/") == few


class TestThePage:
    def test_lists_the_newest_first(self, staff, nothing_yet, html_of):
        give_notices(staff, 2)

        html = html_of(staff)

        assert html.index("เรื่องที่ 0") < html.index("เรื่องที่ 1")

    def test_says_what_it_is_when_and_why_and_leads_there(self, staff, nothing_yet, html_of):
        give_notices(staff, title="ส่งกลับให้งานธุรการแก้ไข O18", text="ลิงก์เปิดไม่ได้")

        html = html_of(staff)

        assert "ส่งกลับแก้ไข" in html
        assert "ลิงก์เปิดไม่ได้" in html
        assert "23 พฤศจิกายน 2569 10.00" in html
        assert f'href="{RETURNED}"' in html

    def test_says_which_are_unread_in_words(self, staff, nothing_yet, html_of):
        give_notices(staff, title="เก่า", read_at=MORNING)
        assert "notice-mark" not in html_of(staff)

        give_notices(staff, title="ใหม่")

        assert html_of(staff).count('class="notice-mark">ยังไม่ได้อ่าน<') == 1

    def test_can_be_narrowed_to_those(self, staff, nothing_yet, html_of):
        give_notices(staff, title="อ่านไปแล้ว", read_at=MORNING)
        give_notices(staff, title="ยังใหม่อยู่")

        html = html_of(staff, f"{PAGE}?show=unread")

        assert "ยังใหม่อยู่" in html
        assert "อ่านไปแล้ว" not in html

    def test_shows_nobody_elses(self, staff, other_staff, nothing_yet, html_of):
        give_notices(other_staff, title="ของคนอื่น")

        assert "ของคนอื่น" not in html_of(staff)

    def test_is_kind_to_people_with_none(self, executive, nothing_yet, html_of):
        assert "ยังไม่มีการแจ้งเตือน" in html_of(executive)

    def test_says_when_all_is_read(self, staff, nothing_yet, html_of):
        give_notices(staff, read_at=MORNING)

        assert "ท่านอ่านครบทุกเรื่องแล้ว" in html_of(staff, f"{PAGE}?show=unread")

    def test_is_turned_page_by_page_within_what_was_asked(self, staff, nothing_yet, html_of):
        give_notices(staff, 51)

        first = html_of(staff, f"{PAGE}?show=unread")
        second = html_of(staff, f"{PAGE}?show=unread&page=๒")

        assert 'href="?show=unread&amp;page=2"' in first
        assert "เรื่องที่ 50" not in first
        assert "เรื่องที่ 50" in second
        assert "หน้า 2 จาก 2" in second
        assert 'href="?show=unread"' in second

    @pytest.mark.parametrize("asked", ["show=nothing", "page=9", "page=x", "page=0", "page="])
    def test_says_that_what_was_asked_for_is_not_there(self, staff, nothing_yet, html_of, asked):
        give_notices(staff, 51)

        assert "ไม่พบรายการหรือเลขหน้าที่ระบุ" in html_of(staff, f"{PAGE}?{asked}")

    def test_writes_what_people_typed_as_text(self, staff, nothing_yet, html_of):
        give_notices(staff, title="<b>O18</b>", text="<script>alert(1)</script>")

        html = html_of(staff)

        assert "<script>alert" not in html
        assert "&lt;b&gt;O18" in html

    def test_costs_no_more_queries_for_twenty_times_the_notices(
        self, staff, nothing_yet, client_of, queries_for
    ):
        give_notices(staff, 5)
        few = queries_for(client_of(staff), PAGE)
        give_notices(staff, 100, title="อีกมาก")

        assert queries_for(client_of(staff), PAGE) == few


class TestReading:
    @pytest.mark.parametrize("page", [RETURNED, f"{RETURNED}progress/"])
    def test_the_page_it_is_about_counts_as_reading_it(self, staff, nothing_yet, client_of, page):
        give_notices(staff)

        client_of(staff).get(page)

        assert staff.notices.get().read_at == MORNING

    def test_a_measures_page_does_so_too(self, staff, nothing_yet, client_of):
        give_notices(staff, path="/measures/2570/3/")

        client_of(staff).get("/measures/2570/3/")

        assert not staff.notices.unread().exists()

    def test_the_bell_of_that_very_page_counts_it_no_more(self, staff, nothing_yet, html_of):
        give_notices(staff)

        assert "อ่านครบแล้ว" in html_of(staff, RETURNED)

    def test_another_rows_page_leaves_it_unread(self, staff, nothing_yet, client_of):
        give_notices(staff)

        client_of(staff).get("/disclosures/2570/17/")

        assert staff.notices.unread().exists()

    def test_a_colleagues_visit_leaves_it_unread(self, staff, secretary, nothing_yet, client_of):
        give_notices(staff)

        client_of(secretary).get(RETURNED)

        assert staff.notices.unread().exists()

    def test_the_list_itself_does_not_count_as_reading(self, staff, nothing_yet, client_of):
        give_notices(staff)

        client_of(staff).get(PAGE)

        assert staff.notices.unread().exists()

    def test_what_was_read_keeps_its_hour(self, staff, nothing_yet, client_of):
        earlier = MORNING - timedelta(days=1)
        give_notices(staff, read_at=earlier)

        client_of(staff).get(RETURNED)

        assert staff.notices.get().read_at == earlier

    def test_all_can_be_said_to_be_read_at_once(self, staff, other_staff, nothing_yet, client_of):
        give_notices(staff, 60)
        give_notices(other_staff)

        page = client_of(staff).post(PAGE, follow=True).content.decode()

        assert "ทำเครื่องหมายว่าอ่านแล้วทั้งหมด" in page
        assert not staff.notices.unread().exists()
        assert other_staff.notices.unread().count() == 1
