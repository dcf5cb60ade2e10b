from django.db import models

from organizations.models.kept import Kept
from organizations.models.unit import Unit
from organizations.models.user import User
from organizations.permissions import Permission
from tracking.mentions import Part, parts


class Comment(Kept):
    """What people say to each other about a row. Units that it mentions have it in their work."""

    row = models.ForeignKey(
        "tracking.Row", models.PROTECT, verbose_name="รายการที่ติดตาม", related_name="comments"
    )
    by = models.ForeignKey(User, models.PROTECT, verbose_name="ผู้เขียน", related_name="+")
    at = models.DateTimeField("เมื่อ")
    text = models.TextField("ความเห็น")
    mentions = models.ManyToManyField(
        Unit, verbose_name="ส่วนราชการที่กล่าวถึง", related_name="+", blank=True
    )

    class Meta:
        verbose_name = verbose_name_plural = "ความเห็น"
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.by} {self.text[:40]}"

    @property
    def parts(self) -> list[Part]:
        """The text with the units that it mentions marked."""
        return parts(self.text, [unit.name for unit in self.mentions.all()])

    @property
    def speaks_for(self) -> str:
        """The author's own units where they report for them; else their role."""
        if not self.by.may(Permission.REPORT_OWN):
            return self.by.get_role_display()
        return " · ".join(unit.name for unit in self.by.units.all())
