"""The office's own document: an admin sends it in, everybody of the office has the report by it."""

from io import BytesIO

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from organizations.models import Round
from organizations.permissions import Permission
from organizations.signed_in import SignedInRequest
from organizations.views import get_round
from reports.files.own.archive import check_archive
from reports.files.own.blanks import ROWS, TEXTS, lists
from reports.files.own.filling import fill_in
from reports.files.own.safety import BadTemplate
from reports.files.own.sample import write_sample
from reports.models import WordTemplate

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def word_template(request: SignedInRequest, year: int) -> HttpResponse:
    """The document as it is kept; a POST sends another in, or takes it away."""
    ita_round = _get_round(request, year)
    refused = ""
    if request.method == "POST":
        try:
            said = _keep(request, ita_round)
        except BadTemplate as error:
            refused = str(error)
        else:
            messages.success(request, said)
            return redirect(request.path)
    context = {
        "ita_round": ita_round,
        "template": WordTemplate.objects.filter(organization=ita_round.organization).first(),
        "refused": refused,
        "texts": TEXTS.items(),
        "lists": {name: sorted(fields) for name, fields in lists().items()}.items(),
        "rows": ROWS,
    }
    status = 422 if refused else 200
    return render(request, "reports/files/word_template.html", context, status=status)


def _keep(request: SignedInRequest, ita_round: Round) -> str:
    """What to say of it; a document is kept only after the year's report has gone through it."""
    if "drop" in request.POST:
        WordTemplate.objects.drop(by=request.user)
        return "นำแบบของหน่วยงานออกแล้ว ปุ่ม Word ใช้แบบของระบบ"
    file = request.FILES.get("file")
    if file is None:
        raise BadTemplate("โปรดเลือกไฟล์ Word (.docx) แล้วกดส่งอีกครั้ง")
    name, content = file.name or "", file.read()
    check_archive(BytesIO(content), name, len(content))
    fill_in(content, ita_round)
    WordTemplate.objects.keep(by=request.user, name=name[:255], content=content)
    return f"เก็บแบบ {name} แล้ว ลองดาวน์โหลดรายงานตามแบบได้ที่หน้ารายงานผล"


def word_sample(request: SignedInRequest, year: int) -> HttpResponse:
    return _file(write_sample(), f"ita-template-{_get_round(request, year).be_year}.docx")


def progress_own(request: SignedInRequest, year: int) -> HttpResponse:
    """The report by the office's own document."""
    ita_round = get_round(request.user, year)
    template = get_object_or_404(WordTemplate, organization=ita_round.organization)
    try:
        content = fill_in(bytes(template.content), ita_round)
    except BadTemplate as refused:
        messages.error(request, f"ใช้แบบของหน่วยงานไม่ได้ {refused}")
        return redirect("issuing:progress", year)
    return _file(content, f"ita-report-{ita_round.be_year}.docx")


def _get_round(request: SignedInRequest, year: int) -> Round:
    ita_round = get_round(request.user, year)
    if not request.user.may(Permission.KEEP_TEMPLATE):
        raise PermissionDenied
    return ita_round


def _file(content: bytes, name: str) -> HttpResponse:
    about = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=_WORD, headers=about)
