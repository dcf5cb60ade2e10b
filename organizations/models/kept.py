from typing import Any, Never, TypeVar

from django.db import models
from django.shortcuts import get_object_or_404

_Row = TypeVar("_Row", bound=models.Model)


class KeptQuerySet(models.QuerySet):
    def update(self, **_kwargs: object) -> Never:
        raise TypeError("History is never changed.")

    def delete(self) -> Never:
        raise TypeError("History is never removed.")


class Kept(models.Model):
    """What is written once and never changed: a mistake is corrected by a later record."""

    objects = KeptQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("History is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: object, **kwargs: object) -> Never:
        raise TypeError("History is never removed.")


def held(row: _Row) -> _Row:
    """The row as it stands now, held until it is written; 404 where it is no more."""
    return get_object_or_404(type(row)._default_manager.select_for_update(), pk=row.pk)
