"""Proposing a report, deciding on it, and reading what was issued."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from checking.check import build_check
from issuing.approving import approve
from issuing.comparison import compare
from issuing.forms import ProposalForm, ReturnForm
from issuing.keeping import hasten
from issuing.lists import build_issued_list, issued_of, standing_of
from issuing.models import AlreadyDecided, FileKind, IssuedReport, Proposal, Verdict
from issuing.proposing import executives_for, may_propose, propose
from issuing.serving import give_file, site_of
from organizations.models import User
from organizations.signed_in import SignedInRequest
from organizations.views import get_round
from reports.printing.views import print_out


@require_GET
def issued_list(request: SignedInRequest, year: int) -> HttpResponse:
    ita_round = get_round(request.user, year)
    context = {"ita_round": ita_round, "list": build_issued_list(ita_round, request.user)}
    return render(request, "issuing/list.html", context)


def new_proposal(request: SignedInRequest, year: int) -> HttpResponse:
    ita_round = get_round(request.user, year)
    if not may_propose(request.user, ita_round):
        raise PermissionDenied
    check = build_check(ita_round, today=timezone.localdate())
    form = ProposalForm(check, standing_of(ita_round), request.POST or None)
    if form.is_valid():
        try:
            made = propose(ita_round, by=request.user, check=check, **form.cleaned_data)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, "เสนอขออนุมัติแล้ว แจ้งผู้บริหารให้พิจารณา")
            return redirect(made)
    executives = executives_for(ita_round.organization, proposer=request.user)
    context = {"ita_round": ita_round, "check": check, "form": form, "executives": executives}
    status = 422 if request.method == "POST" else 200
    return render(request, "issuing/propose.html", context, status=status)


@require_GET
def proposal(request: SignedInRequest, year: int, pk: int) -> HttpResponse:
    one = _get_proposal(request.user, year, pk)
    request.user.notices.about(one).mark_read(at=timezone.now())
    return _proposal_page(request, one, ReturnForm())


@require_GET
def proposal_pdf(request: SignedInRequest, year: int, pk: int) -> HttpResponse:
    """The proposed page as it would be printed, with no mark of an issue on it."""
    one = _get_proposal(request.user, year, pk)
    return print_out(request, one.ita_round, one.page)


@require_POST
def proposal_approve(request: SignedInRequest, year: int, pk: int) -> HttpResponse:
    one = _get_proposal(request.user, year, pk)
    try:
        issued = approve(one, by=request.user, at=timezone.now(), site=site_of(request))
    except ValidationError as refused:
        return _told(request, one, refused)
    messages.success(request, f"อนุมัติแล้ว ออกเป็นรายงานเลขที่ {issued.reference}")
    return redirect(issued)


@require_POST
def proposal_return(request: SignedInRequest, year: int, pk: int) -> HttpResponse:
    one = _get_proposal(request.user, year, pk)
    if not one.is_for(request.user):
        raise PermissionDenied
    form = ReturnForm(request.POST)
    if not form.is_valid():
        return _proposal_page(request, one, form, status=422)
    reason = form.cleaned_data["reason"]
    return _decided(request, one, Verdict.RETURNED, "ส่งคืนให้แก้ไขแล้ว", reason)


@require_POST
def proposal_withdraw(request: SignedInRequest, year: int, pk: int) -> HttpResponse:
    one = _get_proposal(request.user, year, pk)
    return _decided(request, one, Verdict.WITHDRAWN, "ถอนเรื่องแล้ว เสนอใหม่ได้เมื่อพร้อม")


@require_GET
def issued(request: SignedInRequest, year: int, pk: int) -> HttpResponse:
    report = _get_issued(request.user, year, pk)
    hasten(report)
    files = {file.kind: file for file in report.files.defer("content")}
    context = {
        "ita_round": report.proposal.ita_round,
        "issued": report,
        "files": [(kind, files.get(kind)) for kind in FileKind],
        "publications": report.publications.select_related("by"),
        "may_publish": report.may_be_published_by(request.user),
        "site": site_of(request),
    }
    return render(request, "issuing/issued.html", context)


@require_GET
def issued_file(request: SignedInRequest, year: int, pk: int, kind: FileKind) -> HttpResponse:
    return give_file(request, _get_issued(request.user, year, pk), kind)


@require_GET
def issued_changes(request: SignedInRequest, year: int, pk: int) -> HttpResponse:
    """What differs from the issued report that it replaced."""
    report = _get_issued(request.user, year, pk)
    before = report.supersedes
    if before is None:
        return redirect(report)
    comparison = compare(before.proposal.value, report.proposal.value)
    context = {
        "ita_round": report.proposal.ita_round,
        "issued": report,
        "before": before,
        "comparison": comparison,
    }
    return render(request, "issuing/changes.html", context)


@require_POST
def issued_publish(request: SignedInRequest, year: int, pk: int) -> HttpResponse:
    report = _get_issued(request.user, year, pk)
    is_public = request.POST.get("public") == "yes"
    report.publish(by=request.user, at=timezone.now(), is_public=is_public)
    said = "เผยแพร่แล้ว" if is_public else "เลิกเผยแพร่แล้ว"
    messages.success(request, f"{said} รายงานเลขที่ {report.reference}")
    return redirect(report)


def _get_proposal(user: User, year: int, pk: int) -> Proposal:
    proposals = Proposal.objects.visible_to(user).select_related(
        "ita_round__organization", "by", "decision__by", "replaces", "issued"
    )
    return get_object_or_404(proposals, ita_round__be_year=year, pk=pk)


def _get_issued(user: User, year: int, pk: int) -> IssuedReport:
    ita_round = get_round(user, year)
    return get_object_or_404(issued_of(ita_round).select_related("organization"), pk=pk)


def _proposal_page(
    request: SignedInRequest, one: Proposal, form: ReturnForm, status: int = 200
) -> HttpResponse:
    context = {
        "ita_round": one.ita_round,
        "proposal": one,
        "form": form,
        "may_decide": one.may_be_decided_by(request.user),
        "may_withdraw": one.may_be_withdrawn_by(request.user),
        "comparison": one.replaces and compare(one.replaces.proposal.value, one.value),
    }
    return render(request, "issuing/proposal.html", context, status=status)


def _decided(
    request: SignedInRequest, one: Proposal, verdict: Verdict, said: str, reason: str = ""
) -> HttpResponse:
    try:
        one.decide(by=request.user, verdict=verdict, reason=reason, at=timezone.now())
    except ValidationError as refused:
        return _told(request, one, refused)
    messages.success(request, said)
    return redirect(one)


def _told(request: SignedInRequest, one: Proposal, refused: ValidationError) -> HttpResponse:
    """Somebody decided first, or what it was to replace is replaced by now: the page says so."""
    level = messages.INFO if isinstance(refused, AlreadyDecided) else messages.ERROR
    messages.add_message(request, level, refused.messages[0])
    return redirect(one)
