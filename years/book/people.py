"""The people of a year's history in an office: by their names, or as accounts that nobody uses."""

from collections.abc import Iterator, Sequence
from itertools import count

from organizations.models import Organization, User
from organizations.permissions import OFFICE_ROLES
from years.book.decoding import Decoded, wrong
from years.book.sheets import PEOPLE


def bring_people(
    office: Organization, rows: Sequence[Decoded]
) -> tuple[dict[int, User], list[User]]:
    """Each person by the number of the row; and those for whom an account was made.

    People are matched by name, those of the same name in their order. An account that is made
    cannot be signed in to: it only bears the name under which something was written.
    """
    there: dict[tuple[str, str], list[User]] = {}
    for person in office.users.order_by("pk"):
        there.setdefault(_name(person), []).append(person)
    usernames = _free_usernames(office)
    found, made = {}, []
    for row in rows:
        name = (row.values["first_name"], row.values["last_name"])
        if not any(name):
            raise wrong(PEOPLE, row.number, "ไม่มีชื่อ")
        if row.values["role"] not in OFFICE_ROLES:
            raise wrong(PEOPLE, row.number, "บทบาทนี้ไม่ใช่ของหน่วยงาน")
        if there.get(name):
            found[row.key] = there[name].pop(0)
        else:
            found[row.key] = _make(office, next(usernames), row)
            made.append(found[row.key])
    return found, made


def _name(person: User) -> tuple[str, str]:
    if person.first_name or person.last_name:
        return person.first_name, person.last_name
    return person.username, ""


def _make(office: Organization, username: str, row: Decoded) -> User:
    person = User(username=username, organization=office, is_active=False, **row.values)
    person.set_unusable_password()
    person.save()
    person.units.set(row.many["units"])
    return person


def _free_usernames(office: Organization) -> Iterator[str]:
    start = f"{office.slug}-past-"
    taken = set(User.objects.filter(username__startswith=start).values_list("username", flat=True))
    return (name for number in count(1) if (name := f"{start}{number}") not in taken)
