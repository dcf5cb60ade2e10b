"""The list of people, and what it can be narrowed by, as a value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from office.reading import people_of
from organizations.models import AccountState, Organization, Unit, User
from organizations.permissions import OFFICE_ROLES, Role
from organizations.plain import plain
from organizations.tabs import Tab, query
from thai.names import name_parts
from thai.order import dictionary_key

#: What `?show=` may ask for, in the order of the tabs, with the states it shows.
SHOWN = {
    "": ("ใช้งานอยู่", (AccountState.READY, AccountState.WAITING, AccountState.RUN_OUT)),
    "waiting": ("ยังไม่เคยเข้าใช้", (AccountState.WAITING, AccountState.RUN_OUT)),
    "left": ("พ้นหน้าที่แล้ว", (AccountState.LEFT,)),
}


@dataclass(frozen=True)
class PeopleList:
    people: tuple[User, ...]
    tabs: tuple[Tab, ...]
    show: str
    unit: Unit | None
    units: tuple[Unit, ...]
    role: str
    search: str
    is_misasked: bool

    @property
    def roles(self) -> tuple[Role, ...]:
        return OFFICE_ROLES

    @property
    def places(self) -> tuple[Unit, ...]:
        """Where people may be moved."""
        return tuple(one for one in self.units if one.is_at_work and not one.is_root)

    @property
    def is_narrowed(self) -> bool:
        return bool(self.unit or self.role or self.search)


def build_people(office: Organization, asked: Mapping[str, str]) -> PeopleList:
    """Three queries, however many people. `asked` is the address's show, unit, role and q."""
    tree = office.units.all().tree()
    unit = next((one for one in tree.units if str(one.pk) == asked.get("unit")), None)
    role = asked.get("role", "") if asked.get("role") in OFFICE_ROLES else ""
    show = asked.get("show", "") if asked.get("show") in SHOWN else ""
    search = plain(asked.get("q", ""))
    people = sorted(people_of(office).prefetch_related("units"), key=by_name)
    found = [one for one in people if _is_found(one, unit, role, search)]
    return PeopleList(
        people=tuple(one for one in found if one.state in SHOWN[show][1]),
        tabs=_tabs(found, show, unit=unit and unit.pk, role=role, q=search),
        show=show,
        unit=unit,
        units=tuple(one for one, _ in tree.walk()),
        role=role,
        search=search,
        is_misasked=(asked.get("unit", ""), asked.get("role", ""), asked.get("show", ""))
        != (str(unit.pk) if unit else "", role, show),
    )


def by_name(person: User) -> tuple:
    """By the name without its title, as people are called."""
    return dictionary_key(" ".join(name_parts(str(person))[1:])), person.username


def _is_found(person: User, unit: Unit | None, role: str, search: str) -> bool:
    return (
        (unit is None or unit in person.units.all())
        and role in ("", person.role)
        and search.lower() in f"{person.get_full_name()} {person.username}".lower()
    )


def _tabs(found: Sequence[User], current: str, **kept: Any) -> tuple[Tab, ...]:
    return tuple(
        Tab(
            show,
            label,
            sum(one.state in states for one in found),
            query(show=show, **kept),
            show == current,
        )
        for show, (label, states) in SHOWN.items()
    )
