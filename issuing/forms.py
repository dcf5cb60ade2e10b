from typing import Any

from django import forms

from checking.check import CheckResult
from issuing.models import IssuedReport


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class ProposalForm(forms.Form):
    note = forms.CharField(label="เรียนผู้บริหาร", required=False, widget=_area(3))
    reason = forms.CharField(
        label="เหตุผลที่เสนอทั้งที่ยังมีเรื่องต้องแก้",
        help_text="ผู้บริหารจะเห็นเหตุผลนี้พร้อมเรื่องที่ยังต้องแก้",
        widget=_area(3),
        error_messages={"required": "โปรดระบุเหตุผล หรือแก้เรื่องที่ค้างก่อนแล้วจึงเสนอ"},
    )
    replaces = forms.TypedChoiceField(
        label="ออกแทนฉบับ",
        help_text="ฉบับที่ถูกแทนยังอยู่ครบ และบอกว่ามีฉบับใหม่แล้ว",
        empty_value=None,
        required=False,
    )

    #: Django's types do not know what a field of one kind can do.
    fields: dict[str, Any]

    def __init__(
        self, check: CheckResult, standing: list[IssuedReport], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if not check.errors:
            del self.fields["reason"]
        if not standing:
            del self.fields["replaces"]
            return
        by_key = {str(one.pk): one for one in standing}
        self.fields["replaces"].coerce = by_key.get
        self.fields["replaces"].choices = [
            *((key, f"เลขที่ {one.reference} {one.title}") for key, one in by_key.items()),
            ("", "ไม่แทนฉบับใด ออกเป็นอีกฉบับหนึ่ง"),
        ]
        self.fields["replaces"].initial = standing[0].pk


class ReturnForm(forms.Form):
    reason = forms.CharField(
        label="เหตุผลที่ส่งคืน",
        help_text="ฝ่ายเลขานุการจะแก้ไขตามนี้แล้วเสนอใหม่",
        widget=_area(3),
        error_messages={"required": "โปรดระบุเหตุผลที่ส่งคืน ฝ่ายเลขานุการจะได้แก้ไขถูก"},
    )
