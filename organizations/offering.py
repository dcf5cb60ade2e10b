from collections.abc import Callable, Iterable
from typing import Any, cast

from django.forms import BaseForm, ChoiceField, TypedChoiceField


def offer(
    form: BaseForm,
    name: str,
    choices: Iterable[tuple[Any, str]],
    *,
    coerce: Callable[[str], object] | None = None,
) -> None:
    """What a field of this form lets one choose from, where that is known only now."""
    field = form.fields[name]
    cast(ChoiceField, field).choices = choices
    if coerce is not None:
        cast(TypedChoiceField, field).coerce = coerce
