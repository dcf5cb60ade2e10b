"""Whether a paper or a file is what was issued, for anybody. What is not published is not shown.

Whoever holds the paper has read its number, date and title: these are confirmed. The file itself
is given out only where the office published it.
"""

from hashlib import sha256
from io import BytesIO
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from issuing.asking import asks_too_often
from issuing.keeping import keep_printed, kept_file, print_to_keep
from issuing.models import FileKind, IssuedFile, IssuedReport
from issuing.models.issued import IssuedReportQuerySet
from issuing.serving import file_answer
from organizations.models import Organization
from reports.printing.views import wait_for
from tracking.uploads.limits import MAX_SIZE, MAX_SIZE_WORDS

NOTHING_ASKED = "โปรดพิมพ์รหัสตรวจสอบที่ท้ายรายงาน หรือเลือกไฟล์ที่ต้องการตรวจสอบ"
UNREADABLE = "รหัสมีเฉพาะอักษรอังกฤษ ตัวเลข - และ _ โปรดพิมพ์ตามที่ท้ายรายงานอีกครั้ง หรือเลือกไฟล์"

#: No code is as long, and no server takes an address of any length.
_LONGEST_CODE = 100
#: The rest of a form beside its file.
_FORM_SIZE = 10_000


class HashedFile(UploadedFile):
    def __init__(self, name: str, size: int, sha256: str) -> None:
        super().__init__(BytesIO(), name, size=size)
        self.sha256 = sha256


class HashingHandler(FileUploadHandler):
    """A file on its way in, of which nothing is kept but its hash."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.hash = sha256()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        # Larger than any report: it is not read to its end.
        if start + len(raw_data) > MAX_SIZE:
            raise StopUpload(connection_reset=True)
        self.hash.update(raw_data)

    def file_complete(self, file_size: int) -> HashedFile:
        return HashedFile(self.file_name or "", file_size, self.hash.hexdigest())


@csrf_exempt
@login_not_required
@require_http_methods(["GET", "POST"])
def verify(request: HttpRequest) -> HttpResponse:
    """Asks for a code or a file. Nothing is written, so that no token is needed, which would have
    the whole body read before it is known to be too large.
    """
    if request.method == "GET":
        return render(request, "issuing/verify/verify.html", {"max_size": MAX_SIZE_WORDS})
    if int(request.META.get("CONTENT_LENGTH") or 0) > MAX_SIZE + _FORM_SIZE:
        return _refused(request, f"ไฟล์ใหญ่เกิน {MAX_SIZE_WORDS} จึงไม่ใช่รายงานที่ออกจากระบบนี้", status=413)
    if asks_too_often(request):
        return render(request, "429.html", status=429)
    request.upload_handlers = [HashingHandler(request)]
    if isinstance(file := request.FILES.get("file"), HashedFile):
        return _answer_for_file(request, file)
    typed = request.POST.get("code", "").strip()
    if code := _code_in(typed):
        return redirect("verify_code", code)
    return _refused(request, UNREADABLE if typed else NOTHING_ASKED, typed=typed)


@login_not_required
@require_GET
def verify_code(request: HttpRequest, code: str) -> HttpResponse:
    if asks_too_often(request):
        return render(request, "429.html", status=429)
    issued = _reports().filter(code=code).first()
    if issued is None:
        return render(request, "issuing/verify/unknown.html", {"code": code}, status=404)
    return render(request, "issuing/verify/known.html", _about(issued))


@login_not_required
@require_GET
def verify_pdf(request: HttpRequest, code: str) -> HttpResponse:
    if asks_too_often(request):
        return render(request, "429.html", status=429)
    issued = get_object_or_404(_reports(), code=code, is_public=True)
    if file := kept_file(issued, FileKind.PDF):
        return file_answer(file)
    made, page = print_to_keep(issued, FileKind.PDF)
    if pdf := wait_for(made, page):
        return file_answer(keep_printed(issued, FileKind.PDF, pdf))
    answer = render(request, "issuing/verify/not_yet.html", status=503)
    answer.headers["Retry-After"] = "10"
    return answer


@login_not_required
@require_GET
def published(request: HttpRequest, slug: str) -> HttpResponse:
    """What an office let the public have; an office without any is not known here."""
    office = Organization.objects.filter(slug=slug).first()
    reports = list(_reports().filter(organization=office, is_public=True)) if office else []
    if not reports:
        raise Http404
    return render(request, "issuing/verify/published.html", {"office": office, "reports": reports})


def _reports() -> IssuedReportQuerySet:
    return (
        IssuedReport.objects.with_public()
        .select_related("organization", "superseded_by", "proposal__ita_round")
        .defer("proposal__page", "proposal__value")
    )


def _about(issued: IssuedReport) -> dict:
    later = issued.later and _reports().get(pk=issued.later.pk)
    return {"issued": issued, "later": later, "pdf": kept_file(issued, FileKind.PDF)}


def _answer_for_file(request: HttpRequest, file: HashedFile) -> HttpResponse:
    match = IssuedFile.objects.filter(sha256=file.sha256).defer("content").first()
    if match is None:
        context = {"file_name": file.name, "sha256": file.sha256}
        return render(request, "issuing/verify/unknown.html", context)
    about = _about(_reports().get(pk=match.report_id))
    return render(
        request, "issuing/verify/known.html", about | {"file": match, "file_name": file.name}
    )


def _code_in(typed: str) -> str:
    """The code itself, or the whole address as a phone reads it off the paper."""
    code = typed.rstrip("/").rpartition("/")[2]
    is_one = code.isascii() and code.replace("-", "").replace("_", "").isalnum()
    return code if is_one and len(code) <= _LONGEST_CODE else ""


def _refused(
    request: HttpRequest, reason: str, *, status: int = 422, typed: str = ""
) -> HttpResponse:
    context = {"refused": reason, "typed": typed[:_LONGEST_CODE], "max_size": MAX_SIZE_WORDS}
    return render(request, "issuing/verify/verify.html", context, status=status)
