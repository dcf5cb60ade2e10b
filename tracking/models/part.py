from datetime import date
from typing import Any

from django.db import models

from organizations.models.round import Round
from organizations.models.unit import Unit
from organizations.models.user import User


class PartOfRow(models.Model):
    """What those that make up `Row` ask of it. The annotations stand for fields of `Row`."""

    ita_round: "models.ForeignKey[Any, Round]"
    number: "models.PositiveSmallIntegerField[Any, int]"
    title: "models.CharField[Any, str]"
    status: "models.CharField[Any, str]"

    class Meta:
        abstract = True

    def get_absolute_url(self) -> str:
        raise NotImplementedError

    @property
    def code(self) -> str:
        raise NotImplementedError

    @property
    def standing(self) -> str:
        """How far the row is, all things counted."""
        return self.status

    @property
    def due_on(self) -> date | None:
        raise NotImplementedError

    @property
    def closed_on(self) -> date | None:
        return self.ita_round.closed_on

    def is_editable_by(self, user: User) -> bool:
        raise NotImplementedError

    def units_reportable_by(self, user: User) -> list[Unit]:
        raise NotImplementedError

    def role_of(self, unit_id: int) -> str:
        """In what capacity a unit is responsible, in words; empty where there is but one."""
        raise NotImplementedError

    def responsible_unit_ids(self) -> frozenset[int]:
        """Units that may report on this row."""
        raise NotImplementedError

    def answering_unit_ids(self) -> frozenset[int]:
        """Units without whose report this row is not complete."""
        raise NotImplementedError

    def refresh_status(self) -> str:
        raise NotImplementedError
