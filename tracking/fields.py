"""The fields of our forms that Django has not."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import MaxLengthValidator, URLValidator
from django.utils.datastructures import MultiValueDict

from thai.digits import arabic_digits


class ArabicURLField(forms.URLField):
    """A link as people paste it from a Thai document: digits in it become Arabic."""

    default_validators = [URLValidator(schemes=["http", "https"]), MaxLengthValidator(2000)]
    default_error_messages = {
        "invalid": "โปรดกรอกลิงก์ให้ครบ โดยขึ้นต้นด้วย https:// เช่น https://www.example.go.th/ita/o18.pdf",
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(assume_scheme="https", **kwargs)

    def to_python(self, value: Any) -> str | None:
        return super().to_python(arabic_digits(value) if value else value)


def link_errors(typed: str) -> list[str]:
    """Why this cannot be kept as a link at all."""
    try:
        ArabicURLField(required=False).clean(typed)
    except ValidationError as error:
        return error.messages
    return []


class LinksInput(forms.TextInput):
    """Several inputs of one name; the page draws them."""

    def value_from_datadict(
        self, data: Any, files: MultiValueDict[str, UploadedFile], name: str
    ) -> list[str]:
        typed = data.getlist(name) if hasattr(data, "getlist") else [data.get(name, "")]
        return [link.strip() for link in typed if link.strip()]


class LinksField(forms.Field):
    """Links in the order they were typed, each once; what is wrong with one names which."""

    widget = LinksInput
    most = 10

    def clean(self, value: Any) -> list[str]:
        errors = [
            f"ลิงก์ที่ {number}: {message}" if len(value) > 1 else message
            for number, typed in enumerate(value, start=1)
            for message in link_errors(typed)
        ]
        if len(value) > self.most:
            errors.append(f"ใส่ลิงก์ได้ไม่เกิน {self.most} ลิงก์ โปรดนำลิงก์ที่ไม่จำเป็นออก")
        if errors:
            raise ValidationError(errors)
        return list(dict.fromkeys(ArabicURLField().clean(typed) for typed in value))


class FilesInput(forms.FileInput):
    allow_multiple_selected = True

    def value_from_datadict(
        self, data: Any, files: MultiValueDict[str, UploadedFile], name: str
    ) -> list[str]:
        """Never shown again: the good ones are held, and the others named."""
        return []


class ProseField(forms.CharField):
    """Running text. A browser sends two characters for each new line; one is meant.

    `optional_note` stands beside the label of one that only sometimes may be left out.
    """

    def __init__(self, *, optional_note: str = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.optional_note = optional_note

    def to_python(self, value: Any) -> str:
        return (super().to_python(value) or "").replace("\r\n", "\n")


class SeenVersionField(forms.IntegerField):
    """The version the page carried; a page that lost it has seen nothing, which is 0."""

    widget = forms.HiddenInput

    def clean(self, value: Any) -> int | None:
        try:
            seen: int | None = super().clean(value)
        except ValidationError:
            return 0
        return seen
