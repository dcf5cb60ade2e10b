"""What the commands about one year of one office share: what is typed, and what is said of it.

Whatever was asked wrongly ends with code 2, as a missing option does.
"""

from django.core.management.base import BaseCommand, CommandError, CommandParser

from organizations.models import Organization, Round, User
from organizations.models.round import FIRST_YEAR, LAST_YEAR
from organizations.permissions import Role
from thai.digits import arabic_digits


class AskedWrongly(CommandError):
    def __init__(self, sentence: str) -> None:
        super().__init__(sentence, returncode=2)


def read_year(typed: str, name: str = "ปี") -> int:
    """A year of the Buddhist era, in Thai or Arabic digits; `name` is what it is called."""
    digits = arabic_digits(typed)
    is_year = digits.isascii() and digits.isdecimal() and FIRST_YEAR <= int(digits) <= LAST_YEAR
    if not is_year:
        raise AskedWrongly(f"ไม่เข้าใจ{name} “{typed}” โปรดใช้ปี พ.ศ. สี่หลัก เช่น 2566")
    return int(digits)


class YearCommand(BaseCommand):
    """About a year that is there: `--organization tham-sing --year 2566`."""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--organization", required=True, metavar="SLUG", help="รหัสหน่วยงาน")
        parser.add_argument("--year", required=True, help="ปีงบประมาณ พ.ศ. เช่น 2566")

    def find_round(self, organization: str, year: str) -> Round:
        rounds = Round.objects.select_related("organization")
        be_year = read_year(year)
        found = rounds.filter(organization__slug=organization, be_year=be_year).first()
        if found is None:
            known = ", ".join(f"{one.organization.slug} {one.be_year}" for one in rounds)
            raise AskedWrongly(f"ไม่พบปีงบประมาณ {year} ของ {organization} ที่มีอยู่: {known or 'ไม่มี'}")
        return found


class BringingInCommand(YearCommand):
    """Brings a file into a year, in somebody's name; the year may still have to be opened."""

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--by", metavar="USERNAME", help="ผู้นำเข้า ปกติคือผู้ดูแลระบบของหน่วยงาน")
        parser.add_argument("--dry-run", action="store_true", help="แสดงสิ่งที่เข้าใจโดยไม่นำเข้า")

    def find_office(self, organization: str) -> Organization:
        office = Organization.objects.filter(slug=organization).first()
        if office is None:
            raise AskedWrongly(f"ไม่พบหน่วยงาน {organization}")
        return office

    def find_person(self, office: Organization, username: str | None) -> User:
        """The person named, else the first of the office's admins."""
        people = office.users.filter(is_active=True)
        named = people.filter(username=username) if username else people.filter(role=Role.ADMIN)
        person = named.first()
        if person is None:
            raise AskedWrongly(f"ไม่พบผู้ใช้ {username or 'ที่เป็นผู้ดูแลระบบ'} ของ{office}")
        return person

    def find_round_of(self, office: Organization, be_year: int) -> Round | None:
        return office.rounds.select_related("organization").filter(be_year=be_year).first()
