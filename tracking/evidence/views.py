"""Evidence as it is given out: only to those who may see it, and never as a page of ours."""

from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_POST

from organizations.signed_in import SignedInRequest
from tracking.evidence import links
from tracking.evidence.attachments import FileLine
from tracking.fields import link_errors
from tracking.models import Evidence
from tracking.uploads.names import tidy_name

#: Whatever a file holds, a browser that shows it all the same runs nothing in it.
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
}


@require_GET
def evidence(request: SignedInRequest, pk: int) -> HttpResponseBase:
    pieces = Evidence.objects.visible_to(request.user).exclude(file="")
    piece = get_object_or_404(pieces, pk=pk)
    try:
        return FileResponse(
            piece.file.open(),
            as_attachment=True,
            # A title imported with a year's workbook may hold characters no header can.
            filename=tidy_name(piece.title),
            content_type=piece.content_type,
            headers=_HEADERS,
        )
    except FileNotFoundError:
        context = {"piece": piece}
        return render(request, "tracking/evidence_missing.html", context, status=404)


@require_GET
def evidence_preview(request: SignedInRequest, pk: int) -> HttpResponseBase:
    pieces = Evidence.objects.visible_to(request.user).exclude(preview="")
    piece = get_object_or_404(pieces, pk=pk)
    try:
        return FileResponse(piece.preview.open(), content_type="image/jpeg", headers=_HEADERS)
    except FileNotFoundError as error:
        raise Http404 from error


@require_POST
def evidence_discard(request: SignedInRequest, pk: int) -> HttpResponse:
    """Answers with the line of the earlier version, where this one was to replace it."""
    piece = get_object_or_404(Evidence.objects.held_by(request.user), pk=pk)
    piece.discard(by=request.user)
    if piece.replaces is None:
        return HttpResponse()
    return render(request, "tracking/_file_line.html", {"line": FileLine(piece.replaces)})


@require_POST
def link_notes(request: SignedInRequest) -> HttpResponse:
    """What the form would say of one link, while the others are still being typed."""
    typed = request.POST.get("url", "").strip()
    context = {"typed": typed, "errors": link_errors(typed), "notes": links.link_notes(typed)}
    return render(request, "tracking/_link_notes.html", context)
