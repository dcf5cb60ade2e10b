"""The admin opens the next year, from the last or from the catalogue alone."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect, render

from disclosures.actions import open_round
from disclosures.catalogue import edition_for, editions
from disclosures.notation import ItemStyle, format_items
from disclosures.succession import succession
from ita_tracker.thai import arabic_digits
from organizations.models import Round
from organizations.permissions import may_assign
from reports.opening import open_from

#: For one that begins with the items of its edition and nothing else.
NO_YEAR = 0


class BuddhistYearField(forms.IntegerField):
    """A year as it is typed, in either digits."""

    def to_python(self, value):
        return super().to_python(arabic_digits(value) if isinstance(value, str) else value)


class OpenYearForm(forms.Form):
    be_year = BuddhistYearField(
        label="ปีงบประมาณ (พ.ศ.)",
        min_value=2550,
        max_value=2700,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": "โปรดพิมพ์ปี พ.ศ. สี่หลัก เช่น 2571"},
    )
    edition = forms.TypedChoiceField(
        label="รายการข้อ O ฉบับปี",
        help_text="ใช้ฉบับล่าสุดที่มี จนกว่าจะมีฉบับของปีนั้น",
        coerce=int,
    )
    source = forms.TypedChoiceField(
        label="เริ่มจาก",
        help_text="มาตรการ ผู้รับผิดชอบ และถ้อยคำของรายงานตามมา เลื่อนเดือนไปตามปี ส่วนผลการดำเนินการเริ่มใหม่",
        coerce=int,
        widget=forms.RadioSelect,
    )

    def __init__(self, rounds: list[Round], *args, **kwargs):
        super().__init__(*args, **kwargs)
        known = sorted(editions(), reverse=True)
        self.fields["edition"].choices = [(year, year) for year in known]
        self.fields["source"].choices = [
            *((one.be_year, f"ปีงบประมาณ {one.be_year}") for one in rounds),
            (NO_YEAR, "รายการข้อ O เปล่า ยังไม่มีมาตรการ"),
        ]


def open_year(request):
    if request.user.organization_id is None or not may_assign(request.user):
        raise PermissionDenied
    rounds = list(Round.objects.visible_to(request.user).select_related("organization"))
    form = OpenYearForm(
        rounds, request.POST if request.method == "POST" else None, initial=_likely(rounds)
    )
    if form.is_valid():
        try:
            ita_round, source = _open(request.user, rounds, **form.cleaned_data)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            _say(request, ita_round, source)
            return redirect("reports:board", ita_round.be_year)
    status = 422 if form.is_bound else 200
    return render(request, "reports/open_year.html", {"form": form}, status=status)


def _likely(rounds: list[Round]) -> dict:
    if not rounds:
        return {}
    year = rounds[0].be_year + 1
    edition = max(edition_for(year).be_year, rounds[0].edition)
    return {"be_year": year, "edition": edition, "source": rounds[0].be_year}


def _open(user, rounds: list[Round], *, be_year: int, edition: int, source: int):
    previous = next((one for one in rounds if one.be_year == source), None)
    if previous:
        return open_from(previous, be_year=be_year, edition=edition, by=user), previous
    if any(one.be_year == be_year for one in rounds):
        raise ValidationError(f"มีปีงบประมาณ {be_year} อยู่แล้ว โปรดเลือกปีอื่น")
    office = user.organization
    return open_round(organization=office, be_year=be_year, edition=edition, by=user), None


def _say(request, ita_round: Round, source: Round | None) -> None:
    """What came along, and what is left to decide where the editions differ."""
    if source is None:
        messages.success(request, f"เปิดปีงบประมาณ {ita_round.be_year} แล้ว โปรดกำหนดผู้รับผิดชอบ")
        return
    messages.success(
        request, f"เปิดปีงบประมาณ {ita_round.be_year} จากปี {source.be_year} แล้ว โปรดตรวจผู้รับผิดชอบ"
    )
    moved = succession(source.edition, ita_round.edition)
    for said, numbers in (
        (f"ข้อของปี {source.be_year} ที่ไม่มีในฉบับใหม่", moved.dropped),
        ("ข้อใหม่ที่ยังไม่มีผู้รับผิดชอบ", moved.new),
        ("ข้อที่รวมจากหลายข้อ", tuple(moved.merged)),
    ):
        if numbers:
            messages.warning(request, f"{said}: {format_items(numbers, ItemStyle.LATIN)}")
