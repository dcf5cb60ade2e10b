"""The fields of the report's wording that come as lists: in an order, or in rows of inputs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from reports.models import Duty, Part
from reports.models.signatory import validate_photos, validate_signatories
from thai.dates import long_date, parse_date
from tracking.models import Evidence


class ThaiDateField(forms.CharField):
    """A day as people write it: 31 มีนาคม 2570, ๓๑/๓/๗๐."""

    def prepare_value(self, value: Any) -> Any:
        return long_date(value) if hasattr(value, "year") else value

    def clean(self, value: Any) -> date | None:
        typed = super().clean(value)
        try:
            return parse_date(typed) if typed else None
        except ValueError as error:
            raise ValidationError(str(error)) from None


class ListInput(forms.Widget):
    """Inputs of one name, in the order of the page, which draws them."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list:
        return data.getlist(name)

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Nothing chosen is an answer too."""
        return False


@dataclass(frozen=True)
class Choice:
    key: str
    label: str
    is_chosen: bool


class OrderedField(forms.Field):
    """Some of the choices, each once, in the order they stand on the page."""

    widget = ListInput

    def __init__(self, *, choices: Callable[[], Sequence[tuple[str, str]]], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._choices = choices

    @property
    def choices(self) -> dict[str, str]:
        return dict(self._choices())

    def clean(self, value: Any) -> list[str]:
        chosen = list(dict.fromkeys(value))
        if self.required and not chosen:
            raise ValidationError(self.error_messages["required"])
        if strange := [key for key in chosen if key not in self.choices]:
            raise ValidationError(f"ไม่รู้จัก “{', '.join(strange)}” โปรดเลือกจากรายการ")
        return chosen

    def listed(self, value: Sequence[str]) -> list[Choice]:
        """Those chosen in their order, then the others in the usual one."""
        chosen = [key for key in dict.fromkeys(value) if key in self.choices]
        others = [key for key in self.choices if key not in chosen]
        return [
            *(Choice(key, self.choices[key], True) for key in chosen),
            *(Choice(key, self.choices[key], False) for key in others),
        ]


class PartsField(OrderedField):
    """In the order of the printed report, whatever order the page sends."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=lambda: Part.choices, **kwargs)

    def clean(self, value: Any) -> list[str]:
        chosen = super().clean(value)
        return [key for key in self.choices if key in chosen]


class SignatoriesInput(forms.Widget):
    """Three inputs a row; a row with nothing written in it is none."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list:
        written = zip(
            data.getlist(f"{name}-duty"),
            data.getlist(f"{name}-name"),
            data.getlist(f"{name}-post"),
            strict=False,
        )
        return [
            {"duty": duty, "name": person.strip(), "post": post.replace("\r\n", "\n").strip()}
            for duty, person, post in written
            if person.strip() or post.strip()
        ]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return False


class SignatoriesField(forms.Field):
    widget = SignatoriesInput
    duties = Duty.choices

    def clean(self, value: Any) -> list[dict]:
        validate_signatories(value)
        return value


class PhotosInput(forms.Widget):
    """A box a picture, by the number of its evidence, and what is written below it."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list:
        return [
            {"evidence": int(pk), "caption": data.get(f"{name}-caption-{pk}", "").strip()}
            for pk in dict.fromkeys(data.getlist(name))
            if pk.isascii() and pk.isdigit() and len(pk) < 19
        ]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return False


@dataclass(frozen=True)
class PhotoChoice:
    picture: Evidence
    caption: str
    is_chosen: bool


class PhotosField(forms.Field):
    """Pictures of the round's own evidence."""

    widget = PhotosInput
    pictures: dict[int, Evidence]

    def clean(self, value: Any) -> list[dict]:
        validate_photos(value)
        if any(row["evidence"] not in self.pictures for row in value):
            raise ValidationError("มีภาพที่ไม่อยู่ในหลักฐานของปีงบประมาณนี้ โปรดเลือกจากรายการ")
        return value

    def listed(self, value: Sequence[dict]) -> list[PhotoChoice]:
        """Those chosen in their order, then the others, the newest first."""
        captions = {row["evidence"]: row["caption"] for row in value}
        chosen = [pk for pk in captions if pk in self.pictures]
        others = sorted(self.pictures.keys() - captions.keys(), reverse=True)
        return [
            PhotoChoice(self.pictures[pk], captions.get(pk, ""), pk in captions)
            for pk in (*chosen, *others)
        ]


_STEPS = {"up": -1, "down": 1}


def moved(posted: QueryDict) -> QueryDict:
    """`move` says "columns:result:up"; whatever else it says moves nothing."""
    data = posted.copy()
    name, _, rest = data.get("move", "").partition(":")
    key, _, way = rest.partition(":")
    keys = data.getlist(name)
    if key not in keys or way not in _STEPS:
        return data
    place = keys.index(key)
    keys.insert(max(0, place + _STEPS[way]), keys.pop(place))
    data.setlist(name, keys)
    return data
