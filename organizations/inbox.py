"""A person's notices as the page lists them: newest first, all of them or those not yet read."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.paginator import InvalidPage, Page, Paginator

from organizations.models import User
from organizations.tabs import Tab, query

ON_A_PAGE = 50
#: What `?show=` may ask for.
KINDS = {"": "ทั้งหมด", "unread": "ยังไม่ได้อ่าน"}


@dataclass(frozen=True)
class Inbox:
    page: Page
    kind: str
    unread: int
    tabs: tuple[Tab, ...]
    is_misasked: bool

    @property
    def newer(self) -> str:
        return _query(self.kind, self.page.number - 1) if self.page.has_previous() else ""

    @property
    def older(self) -> str:
        return _query(self.kind, self.page.number + 1) if self.page.has_next() else ""


def build_inbox(user: User, asked: Mapping[str, str]) -> Inbox:
    """The notices that `asked` (the address's `show` and `page`) names, in four queries at most.

    What is asked for that does not exist narrows nothing, and is said.
    """
    show = asked.get("show", "")
    kind = show if show in KINDS else ""
    lists = {"": user.notices.all(), "unread": user.notices.unread()}
    counts = {name: notices.count() for name, notices in lists.items()}
    paginator = Paginator(lists[kind], ON_A_PAGE)
    page = paginator.get_page(asked.get("page"))
    return Inbox(
        page=page,
        kind=kind,
        unread=counts["unread"],
        tabs=tuple(
            Tab(name, label, counts[name], _query(name), name == kind)
            for name, label in KINDS.items()
        ),
        is_misasked=show != kind or not _is_a_page(paginator, asked.get("page", "1")),
    )


def _is_a_page(paginator: Paginator, number: str) -> bool:
    try:
        paginator.validate_number(number)
    except InvalidPage:
        return False
    return True


def _query(kind: str, page: int = 1) -> str:
    return query(show=kind, page=page if page > 1 else "")
