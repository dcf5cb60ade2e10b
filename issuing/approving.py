"""An executive approves what was proposed, and with that it is issued."""

from datetime import datetime

import segno
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from issuing.models import FileKind, IssuedReport, Proposal, Verdict
from organizations.models import User
from reports.page import with_styles
from thai.dates import be_year


@transaction.atomic
def approve(proposal: Proposal, *, by: User, at: datetime, site: str) -> IssuedReport:
    """The report gets the next number of its office's year, and its page is kept as it is.

    `site` is the address of this system, without a slash at its end, for the code on the paper.
    The PDF follows from the page that is kept, and from nothing else.
    """
    # It locks the office, so that the number below is nobody else's.
    proposal.decide(by=by, verdict=Verdict.APPROVED, at=at)
    office = proposal.ita_round.organization
    today = timezone.localdate(at)
    if proposal.replaces and IssuedReport.objects.filter(supersedes=proposal.replaces).exists():
        raise ValidationError("ฉบับที่จะออกแทนถูกแทนไปแล้ว โปรดส่งคืนให้เสนอใหม่")
    year = be_year(today)
    last = office.issued_reports.filter(year=year).aggregate(last=Max("number"))["last"]
    issued = IssuedReport.objects.create(
        organization=office,
        proposal=proposal,
        year=year,
        number=(last or 0) + 1,
        issued_on=today,
        title=proposal.title,
        by=by,
        at=at,
        supersedes=proposal.replaces,
    )
    issued.keep(FileKind.HTML, marked_page(issued, site).encode(), at=at)
    return issued


def marked_page(issued: IssuedReport, site: str) -> str:
    """The page that was approved, complete in itself, with its number, date and code on it."""
    address = f"{site}{reverse('verify_code', args=[issued.code])}"
    qr = segno.make(address, error="m", boost_error=False)
    mark = render_to_string(
        "issuing/_mark.html",
        {
            "issued": issued,
            "address": address,
            "qr": qr.svg_data_uri(border=2, omitsize=True, svgclass=None, lineclass=None),
        },
    )
    head, body, rest = issued.proposal.page.partition("<body")
    opening, end, content = rest.partition(">")
    return with_styles("".join([head, body, opening, end, mark, content]), "css/issued.css")
