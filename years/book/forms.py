from hashlib import sha256
from typing import Any

from django import forms

from tracking.uploads.limits import MAX_SIZE_WORDS
from tracking.uploads.names import tidy_name
from tracking.uploads.refusal import Refused
from years.book.reading import read_year_book


class YearBookForm(forms.Form):
    """A workbook; once valid `cleaned_data` has the `book` in it, its `name` and its `sha256`."""

    file = forms.FileField(
        label="ไฟล์ข้อมูลทั้งปี",
        help_text=f"ไฟล์ Excel (.xlsx) ที่ส่งออกจากหน้านี้ ไม่เกิน {MAX_SIZE_WORDS}",
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        error_messages={
            "required": "โปรดเลือกไฟล์ที่ส่งออกจากหน้าข้อมูลทั้งปี",
            "empty": "ไฟล์ว่างเปล่า โปรดเลือกไฟล์อื่น",
            "invalid": "โปรดเลือกไฟล์ที่ส่งออกจากหน้าข้อมูลทั้งปี",
        },
    )

    def clean(self) -> dict[str, Any]:
        super().clean()
        data = self.cleaned_data
        file = data.get("file")
        if file:
            try:
                data["book"] = read_year_book(file.file, file.size)
            except Refused as refused:
                self.add_error("file", str(refused))
            file.seek(0)
            data["name"], data["sha256"] = tidy_name(file.name), sha256(file.read()).hexdigest()
        return data
