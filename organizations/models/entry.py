from django.db import models

from organizations.models.status import Status
from organizations.models.unit import Unit
from organizations.models.user import User


class EntryQuerySet(models.QuerySet):
    def update(self, **_kwargs):
        raise TypeError("History is never changed.")

    def delete(self):
        raise TypeError("History is never removed.")


class Entry(models.Model):
    """One line of history. A mistake in it is mended by the next one."""

    by = models.ForeignKey(User, models.PROTECT, verbose_name="ผู้บันทึก", related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, verbose_name="ในนามส่วนราชการ", related_name="+")
    at = models.DateTimeField("เมื่อ")
    version = models.PositiveIntegerField("ฉบับที่")
    old_status = models.CharField("สถานะเดิม", max_length=10, choices=Status)
    status = models.CharField("สถานะ", max_length=10, choices=Status)
    note = models.TextField("ผลการดำเนินการ", blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.unit} {self.get_status_display()}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise TypeError("History is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("History is never removed.")

    @property
    def changes_status(self) -> bool:
        return self.old_status != self.status
