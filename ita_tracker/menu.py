"""The menu as a value: each entry once, and the order in which each part of the shell shows them.

The side bar, the phone's tab bar, the phone's menu and the years' links are drawn from it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from django.urls import ResolverMatch, reverse

from follow_up.review_queue import count_waiting
from ita_tracker.menu_entry import (
    Entry,
    Link,
    Shell,
    of_each_prepared,
    of_no_year,
    of_shown_if_open,
)
from organizations.models import Round
from organizations.permissions import Permission


@dataclass(frozen=True)
class Group:
    """Entries under a heading, or under none where that is empty."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Part:
    """What one page shows of a group."""

    heading: str
    links: tuple[Link, ...]


def _waiting(shell: Shell) -> int:
    return count_waiting(shell.shown, shell.user) if shell.shown else 0


def _proposed(shell: Shell) -> int:
    return 1 if shell.page.get("proposal_waiting") else 0


def _errors(shell: Shell) -> int:
    """Known only where the page has checked anyway."""
    check = shell.page.get("check")
    return len(check.errors) if check else 0


MY_WORK = Entry(
    view="follow_up:my_work",
    icon="clipboard-list",
    label="งานของฉัน",
    may=Permission.REPORT_OWN,
)
DASHBOARD = Entry(view="follow_up:dashboard", icon="layout-dashboard", label="ภาพรวม")
REVIEW = Entry(
    view="follow_up:review",
    icon="inbox",
    label="รอตรวจ",
    may=Permission.REVIEW,
    count=_waiting,
)
FOLLOW_UP = Entry(
    view="follow_up:follow_up",
    icon="table-properties",
    label="ติดตามรายหน่วย",
    may=Permission.OVERSEE,
    pages=("follow_up:meeting",),
)
MEASURES = Entry(view="measures:list", icon="list-checks", label="มาตรการ", pages=("measures",))
ITEMS = Entry(
    view="disclosures:list",
    icon="layers",
    label="ข้อ O (OIT)",
    tab_label="ข้อ O",
    pages=("disclosures",),
)
YEARS = Entry(
    view="years:list",
    icon="calendar-range",
    label="ปีงบประมาณ",
    may=Permission.RUN_YEARS,
    years=of_no_year,
    pages=(
        *("years:open", "years:year", "years:close", "years:reopen"),
        *("years:setup", "years:carried", "years:start", "years:discard", "years:compare"),
    ),
    in_another_year="years:year",
)
SETUP = Entry(
    view="years:setup",
    icon="list-checks",
    label="ขั้นตอนเปิดปี {}",
    may=Permission.RUN_YEARS,
    years=of_each_prepared,
)
BOARD = Entry(view="years:board", icon="grid-3x3", label="กำหนดผู้รับผิดชอบ", may=Permission.ASSIGN)
WORD_TEMPLATE = Entry(
    view="reports:word_template",
    icon="file-text",
    label="แบบรายงาน Word",
    may=Permission.KEEP_TEMPLATE,
)
IMPORT = Entry(
    view="measures:import",
    icon="file-input",
    label="นำเข้าเอกสาร",
    may=Permission.IMPORT_DOCUMENTS,
    years=of_shown_if_open,
)
CHECK = Entry(
    view="checking:check",
    icon="shield-check",
    label="ตรวจความพร้อม",
    may=Permission.OVERSEE,
    count=_errors,
)
PROGRESS = Entry(
    view="issuing:progress",
    icon="file-text",
    label="รายงานผล",
    tab_label="รายงาน",
    pages=("reports", "follow_up", "issuing", "checking", "years"),
)
ISSUED = Entry(
    view="issuing:issued_list",
    icon="stamp",
    label="รายงานที่ออกแล้ว",
    pages=("issuing:propose", "issuing:proposal", "issuing:issued", "issuing:issued_changes"),
    count=_proposed,
)
BOOK = Entry(
    view="years:book",
    icon="file-spreadsheet",
    label="ข้อมูลทั้งปี",
    may=Permission.EXPORT_YEAR,
)
ITAS = Entry(view="reports:itas", icon="send", label="ข้อมูลสำหรับ ITAS", may=Permission.OVERSEE)
UNITS = Entry(
    view="office:units",
    icon="users",
    label="ส่วนราชการและผู้ใช้",
    may=Permission.KEEP_PEOPLE,
    years=of_no_year,
    pages=("office",),
    in_another_year=DASHBOARD.view,
)
OVERVIEW = Entry(
    view="overview:table",
    icon="layout-dashboard",
    label="ภาพรวมหน่วยงาน",
    may=Permission.SUPERVISE,
    years=of_no_year,
    pages=("overview",),
)
#: Reached from the overview, not from the menu.
OUTSTANDING = Entry(view="follow_up:outstanding", label="งานที่ค้าง")

ALL_YEARS = replace(YEARS, label="ทุกปีและการเทียบปี", may=None)
OPEN_YEAR = Entry(
    view="years:open",
    icon="plus",
    label="เปิดปีใหม่",
    may=Permission.RUN_YEARS,
    years=of_no_year,
)

OFFICE = Group("หน่วยงาน", (UNITS,))
SIDE = (
    Group("", (MY_WORK, DASHBOARD, REVIEW, FOLLOW_UP)),
    Group("ข้อมูลของปี", (MEASURES, ITEMS)),
    Group("ตั้งค่าของปี", (YEARS, SETUP, BOARD, WORD_TEMPLATE, IMPORT)),
    Group("รายงาน", (CHECK, PROGRESS, ISSUED, BOOK, ITAS)),
    OFFICE,
)
SIDE_WITHOUT_A_YEAR = (Group("", (OVERVIEW, YEARS)), OFFICE)

#: The first whose permission the person has; the phone's menu holds the rest.
TABS: tuple[tuple[Permission | None, tuple[Entry, ...]], ...] = (
    (Permission.REPORT_OWN, (MY_WORK, MEASURES, ITEMS, DASHBOARD)),
    (Permission.REVIEW, (DASHBOARD, REVIEW, MEASURES, PROGRESS)),
    (None, (DASHBOARD, MEASURES, ITEMS, PROGRESS)),
)
TABS_WITHOUT_A_YEAR = (OVERVIEW,)
PHONE_MENU = (
    *(MY_WORK, DASHBOARD, REVIEW, FOLLOW_UP, ITAS, ISSUED, PROGRESS, MEASURES, ITEMS),
    *(CHECK, BOOK, SETUP, BOARD, IMPORT, WORD_TEMPLATE, UNITS),
)
PHONE_MENU_WITHOUT_A_YEAR = (YEARS, UNITS)
YEAR_MENU = (ALL_YEARS, OPEN_YEAR)

#: The entries that pages belong to: where the menu marks them.
PLACES = (
    *(MY_WORK, DASHBOARD, REVIEW, FOLLOW_UP, MEASURES, ITEMS, YEARS, BOARD, WORD_TEMPLATE),
    *(CHECK, PROGRESS, ISSUED, BOOK, ITAS, UNITS, OVERVIEW, OUTSTANDING),
)
_PLACE_OF = {page: entry for entry in PLACES for page in (*entry.pages, entry.view)}


def place_of(match: ResolverMatch | None) -> Entry | None:
    """The entry that the page belongs to; None for such as the password's."""
    if match is None:
        return None
    return _PLACE_OF.get(match.view_name) or _PLACE_OF.get(match.app_name)


@dataclass(frozen=True)
class YearLink:
    ita_round: Round
    href: str
    is_shown: bool


@dataclass(frozen=True)
class Menu:
    """What one page shows of it."""

    here: Entry | None
    side: tuple[Part, ...]
    tabs: tuple[Link, ...]
    phone: tuple[Link, ...]
    years: tuple[YearLink, ...]
    of_years: tuple[Link, ...]

    @property
    def is_about_years(self) -> bool:
        return self.here is YEARS


def build_menu(shell: Shell, match: ResolverMatch | None) -> Menu:
    here = place_of(match)

    @cache
    def links_of(entry: Entry) -> list[Link]:
        """Once a page: the number beside an entry is asked of the database."""
        return entry.links(shell, here)

    def drawn(entries: Iterable[Entry]) -> tuple[Link, ...]:
        return tuple(link for entry in entries for link in links_of(entry))

    tabs = _tabs(shell)
    phone = PHONE_MENU if shell.shown else PHONE_MENU_WITHOUT_A_YEAR
    side = SIDE if shell.shown else SIDE_WITHOUT_A_YEAR
    parts = (Part(group.heading, drawn(group.entries)) for group in side)
    return Menu(
        here=here,
        side=tuple(part for part in parts if part.links),
        tabs=drawn(tabs),
        phone=drawn(entry for entry in phone if entry not in tabs),
        years=tuple(_year_link(one, shell, here or DASHBOARD) for one in shell.rounds),
        of_years=drawn(YEAR_MENU),
    )


def _tabs(shell: Shell) -> tuple[Entry, ...]:
    if shell.shown is None:
        return TABS_WITHOUT_A_YEAR
    return next(entries for may, entries in TABS if may is None or shell.user.may(may))


def _year_link(ita_round: Round, shell: Shell, here: Entry) -> YearLink:
    is_shown = shell.shown is not None and ita_round.be_year == shell.shown.be_year
    href = reverse(here.in_another_year or here.view, args=[ita_round.be_year])
    return YearLink(ita_round, href, is_shown)
