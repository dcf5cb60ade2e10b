"""The report of the source year, issued when it was due: proposed, approved and published."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

from checking.check import build_check
from issuing.approving import approve
from issuing.proposing import propose
from organizations.models import Notice, NoticeKind, Round, User
from organizations.permissions import Role

PROPOSED_AT = datetime(2023, 4, 27, 14, 30, tzinfo=ZoneInfo("Asia/Bangkok"))
APPROVED_AT = PROPOSED_AT + timedelta(hours=19)


def issue_source_year(ita_round: Round, *, secretary: User) -> None:
    executive = ita_round.organization.users.filter(role=Role.EXECUTIVE)[0]
    proposal = propose(
        ita_round,
        by=secretary,
        check=build_check(ita_round, today=PROPOSED_AT.date()),
        note="เสนอเพื่อโปรดพิจารณาอนุมัติ ก่อนนำไปตอบแบบ OIT ภายใน 30 เมษายน 2566",
        reason="ข้อ O29 ยังไม่ได้กำหนดผู้รับผิดชอบ จะเสนอคณะกรรมการฯ ในการประชุมครั้งหน้า",
        at=PROPOSED_AT,
    )
    site = settings.SITE_URL or "http://localhost:8000"
    issued = approve(proposal, by=executive, at=APPROVED_AT, site=site)
    issued.publish(by=secretary, at=APPROVED_AT)
    # News of four years ago is read.
    told = Notice.objects.filter(kind__in=[NoticeKind.PROPOSED, NoticeKind.JUDGED])
    told.filter(user__organization=ita_round.organization).mark_read(at=APPROVED_AT)
