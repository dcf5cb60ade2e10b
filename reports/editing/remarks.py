"""What the report says of each measure besides its result: written by the secretary."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.validators import MaxLengthValidator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from measures.models import Measure
from measures.views import meant
from organizations.models import Round
from organizations.permissions import Permission
from organizations.signed_in import SignedInRequest
from organizations.views import get_round
from reports.models import MeasureRemark
from reports.models.remark import TEXTS, label_of
from tracking.fields import ProseField, SeenVersionField
from tracking.models import StaleVersion
from tracking.rewording import Apart


def _text(name: str, help_text: str) -> ProseField:
    return ProseField(
        label=label_of(name),
        help_text=help_text,
        required=False,
        validators=[MaxLengthValidator(10_000)],
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class RemarkForm(forms.Form):
    obstacles = _text("obstacles", "ไม่มีปัญหาให้เขียนว่า ไม่มี ช่องที่เว้นว่างพิมพ์เป็นขีด")
    suggestions = _text("suggestions", "หลายข้อให้ขึ้นบรรทัดใหม่ พิมพ์เป็นรายการในรายงาน")
    remark = _text("remark", "")
    version = SeenVersionField()

    @property
    def texts(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in TEXTS}


@dataclass(frozen=True)
class RemarkLine:
    measure: Measure
    remark: MeasureRemark | None


def build_remarks(ita_round: Round) -> list[RemarkLine]:
    """Two queries."""
    remarks = MeasureRemark.objects.latest_by_measure(ita_round)
    measures = Measure.objects.filter(ita_round=ita_round)
    return [RemarkLine(measure, remarks.get(measure.pk)) for measure in measures]


def remarks(request: SignedInRequest, year: int) -> HttpResponse:
    ita_round = get_round(request.user, year)
    if not request.user.may(Permission.REWORD_REPORT):
        raise PermissionDenied
    context = {"ita_round": ita_round, "lines": build_remarks(ita_round)}
    return render(request, "reports/remarks.html", context)


def remark(request: SignedInRequest, year: int, number: int) -> HttpResponse:
    """Show the form of a measure's remarks, or write them; 409 with both where overtaken."""
    ita_round = get_round(request.user, year)
    its = Measure.objects.filter(ita_round=ita_round)
    measure = get_object_or_404(its, **meant(request, number))
    measure.ita_round = ita_round
    ita_round.require_open()
    if not measure.may_be_reworded_by(request.user):
        raise PermissionDenied
    history = list(measure.remarks.select_related("by").order_by("-version"))
    context = {"ita_round": ita_round, "measure": measure, "history": history}
    latest = history[0] if history else None
    if request.method != "POST":
        return _form(request, context, RemarkForm(initial=_seen(latest)))
    form = RemarkForm(request.POST)
    if not form.is_valid():
        return _form(request, context, form, status=422)
    version = form.cleaned_data["version"]
    try:
        MeasureRemark.objects.write(measure, form.texts, by=request.user, version=version)
    except StaleVersion as overtaken:
        # What was typed stays; saving once more means that the other text was seen.
        again = request.POST.copy()
        again["version"] = str(overtaken.latest.version if overtaken.latest else 0)
        apart = _apart(overtaken.latest, form.texts)
        context |= {"overtaken": overtaken, "apart": apart}
        return _form(request, context, RemarkForm(again), status=409)
    messages.success(request, f"บันทึกข้อความของ {measure.code} แล้ว")
    return redirect("reports:remarks", year)


def _form(
    request: SignedInRequest, context: dict, form: RemarkForm, status: int = 200
) -> HttpResponse:
    return render(request, "reports/remark.html", context | {"form": form}, status=status)


def _seen(latest: MeasureRemark | None) -> dict:
    return latest.texts | {"version": latest.version} if latest else {"version": 0}


def _apart(latest: MeasureRemark | None, hers: dict[str, str]) -> list[Apart]:
    theirs = latest.texts if latest else dict.fromkeys(TEXTS, "")
    return [
        Apart(label_of(name), theirs[name], hers[name])
        for name in TEXTS
        if theirs[name] != hers[name]
    ]
