"""One file sent by itself, while the rest of a report is still being typed."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from organizations.signed_in import SignedInRequest
from tracking.evidence.attachments import Attachments, FileLine
from tracking.models import Row
from tracking.recording import chosen_unit
from tracking.uploads.names import tidy_name
from tracking.uploads.refusal import DiskFull, Refused


def attach_file(request: SignedInRequest, row: Row) -> HttpResponse:
    """Hold the file for this person's report and answer with its line in the form.

    `replaces` names the file it is a new version of. A refusal is a line too: 422, or 507 where
    the disk is full.
    """
    row.ita_round.require_open()
    unit = chosen_unit(row.units_reportable_by(request.user), request.GET.get("unit"))
    attachments = Attachments(row, unit, request.user, row.last_report_of(unit))
    asked, upload = request.POST.get("replaces", ""), request.FILES.get("file")
    replaces = attachments.find(asked)
    if asked and replaces is None:
        raise Http404
    try:
        if upload is None:
            raise Refused("ไม่พบไฟล์ที่ส่งมา โปรดเลือกไฟล์อีกครั้ง")
        piece = attachments.attach(upload, replaces=replaces)
    except Refused as refused:
        context = {"name": tidy_name(upload.name or "") if upload else "", "reason": refused}
        status = 507 if isinstance(refused, DiskFull) else 422
        return render(request, "tracking/_file_refused.html", context, status=status)
    return render(request, "tracking/_file_line.html", {"line": FileLine(piece)})
