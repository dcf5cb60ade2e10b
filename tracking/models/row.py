"""A row that is tracked: what it is, where its pages are, and who may report on it."""

from collections.abc import Collection
from typing import Any, Self

from django.db import models
from django.urls import reverse

from organizations.models.round import Round
from organizations.models.unit import Unit
from organizations.models.user import User
from organizations.permissions import Permission
from tracking.models.assignable import Assignable
from tracking.models.change import Change, Reworded
from tracking.models.decision import Decided
from tracking.models.discussion import Discussed
from tracking.models.kind import Kind
from tracking.models.progress import Reported
from tracking.models.status import Due, Status

#: For select_related from entries and the like: each row with what its kind alone has.
ITSELF = tuple(f"row__{kind.own}" for kind in Kind)


class RowQuerySet(models.QuerySet[Any]):
    def of(self, ita_round: Round) -> Self:
        return self.filter(ita_round=ita_round)

    def with_own(self) -> Self:
        """Each with what its kind alone has: see `Row.itself`."""
        return self.select_related(*(kind.own for kind in Kind))

    def visible_to(self, user: User) -> Self:
        return self.filter(ita_round__in=Round.objects.visible_to(user))

    def of_units(self, unit_ids: Collection[int]) -> Self:
        """Rows that one of these units is responsible for. Each kind knows where that stands."""
        raise NotImplementedError

    def editable_by(self, user: User) -> Self:
        """Twin of `Row.is_editable_by`."""
        rows = self.visible_to(user).filter(ita_round__is_open=True)
        if user.may(Permission.REPORT_ALL):
            return rows
        if not user.may(Permission.REPORT_OWN):
            return rows.none()
        return rows.of_units(user.answering_unit_ids)


class Row(Reported, Discussed, Decided, Assignable, Reworded, Due):
    """What units answer for and report on, in one table: a measure or an O-item.

    What only the one or the other has stands in a table of its own: `itself`.
    """

    #: Whether the assessor opens a link to find it done.
    is_judged_by_links = False

    ita_round = models.ForeignKey(
        Round, models.CASCADE, verbose_name="ปีงบประมาณ", related_name="rows"
    )
    kind = models.CharField("ประเภท", max_length=10, choices=Kind, editable=False)
    number = models.PositiveSmallIntegerField("ลำดับ")
    title = models.CharField("ชื่อ", max_length=300)
    status = models.CharField(
        "สถานะ", max_length=10, choices=Status, default=Status.NOT_STARTED, editable=False
    )

    objects = RowQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "รายการที่ติดตาม"
        ordering = ["ita_round", "kind", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["ita_round", "kind", "number"],
                name="row_once_a_round",
                violation_error_message="มีลำดับนี้ในปีงบประมาณนี้อยู่แล้ว",
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    def get_absolute_url(self) -> str:
        return self.url_of(self.kind)

    def url_of(self, page: str) -> str:
        """The address of its page for this: record, review, comment, attach or edit."""
        room = Kind(self.kind).room
        return reverse(f"{room}:{page}", args=[self.ita_round.be_year, self.number])

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        """No form has the field `kind`, but numbers are unique only within it: check both."""
        super().validate_constraints(exclude=set(exclude or ()) - {"kind"})

    @property
    def code(self) -> str:
        return Kind(self.kind).code(self.number)

    @property
    def key(self) -> str:
        """As drafts, forms and notices know it, whatever its number."""
        return f"row/{self.pk}"

    @property
    def is_item(self) -> bool:
        return self.kind == Kind.ITEM

    @property
    def itself(self) -> "Row":
        """The measure or item that this row is; `with_own` reads it for many."""
        return getattr(self, Kind(self.kind).own) if type(self) is Row else self

    def reword(self, wanted: Any, *, by: User, version: int) -> list[Change]:
        """Write what differs; each kind has words of its own."""
        raise NotImplementedError

    def keep_change(self, what: str, old: str, new: str, *, by: User) -> Change:
        return self.changes.create(
            ita_round=self.ita_round,
            kind=self.kind,
            number=self.number,
            what=what,
            old=old,
            new=new,
            by=by,
        )

    def is_editable_by(self, user: User) -> bool:
        """Twin of `RowQuerySet.editable_by`."""
        if not (self.ita_round.is_open and self.ita_round.is_visible_to(user)):
            return False
        if user.may(Permission.REPORT_ALL):
            return True
        return user.may(Permission.REPORT_OWN) and bool(
            self.responsible_unit_ids() & user.answering_unit_ids
        )

    def units_reportable_by(self, user: User) -> list[Unit]:
        """The units in whose name this person may report here, those named on the row first.

        Secretary and admin report in the name of the responsible units, or of any unit where
        nobody is responsible: they must be able to report on such a row too.
        """
        if not self.is_editable_by(user):
            return []
        tree = self.ita_round.unit_tree()
        if user.may(Permission.REPORT_ALL):
            responsible = self.responsible_unit_ids() or user.own_unit_ids
            if not responsible:
                return [unit for unit, _ in tree.at_work()]
            return [unit for unit, _ in tree.walk() if unit.pk in responsible]
        responsible = self.responsible_unit_ids()
        own = [
            unit
            for unit, _ in tree.walk()
            if unit.pk in user.own_unit_ids and tree.upward([unit.pk]) & responsible
        ]
        return sorted(own, key=lambda unit: unit.pk not in responsible)
