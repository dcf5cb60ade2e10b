import logging
from datetime import date
from typing import Any

from django.conf import settings
from django.core.mail import get_connection
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from follow_up.due_notices import notice_dates
from organizations import digest
from organizations.models import Notice, Organization, User

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "ตรวจกำหนดส่งของทุกหน่วยงาน แล้วส่งอีเมลเรื่องที่ยังไม่ได้อ่านให้ผู้ที่มีที่อยู่อีเมล คนละไม่เกินวันละฉบับ (เรียกซ้ำได้)"

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.localtime()
        waiting: dict[User, list[Notice]] = {}
        for organization in Organization.objects.all():
            due = notice_dates(organization, now=now)
            waiting |= digest.waiting(organization, due=due, now=now)
        if not settings.EMAIL_URL:
            self.stdout.write("ตรวจกำหนดส่งแล้ว ยังไม่ได้ตั้งค่าอีเมล (EMAIL_URL) จึงแจ้งที่กระดิ่งในระบบเท่านั้น")
            return
        reachable = {person: notices for person, notices in waiting.items() if person.email}
        sent, missed = send(reachable, today=now.date())
        self.stdout.write(f"ส่งอีเมลแล้ว {sent} ฉบับ ไม่มีที่อยู่อีเมล {len(waiting) - len(reachable)} คน")
        if missed:
            names = ", ".join(person.username for person in missed)
            raise CommandError(f"ส่งไม่ถึง {len(missed)} คน: {names} เรียกคำสั่งนี้อีกครั้งเพื่อส่งใหม่")


def send(waiting: dict[User, list[Notice]], *, today: date) -> tuple[int, list[User]]:
    """How many digests were sent, and to whom sending failed: no failure stops the rest."""
    sent, missed = 0, []
    connection = get_connection()
    for person, notices in waiting.items():
        claimed = digest.claim(person, notices, today=today)
        if not claimed:
            continue
        try:
            # Nothing where it is open: one connection serves all, and a lost one is made anew.
            connection.open()
            digest.write(person, claimed, connection).send()
        # Whatever the way to the server or an address can be wrong in; neither is logged.
        except (OSError, ValueError) as error:
            digest.give_back(claimed)
            connection.close()
            missed.append(person)
            logger.warning("No reminder to %s: %s", person.username, type(error).__name__)
        else:
            sent += 1
    connection.close()
    return sent, missed
