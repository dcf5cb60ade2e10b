from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse

from ita_tracker.thai import FiscalYear
from organizations.models.organization import Organization
from organizations.models.unit import UnitTree


class RoundQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(organization=user.organization_id)

    def supervised_by(self, user):
        """Of the offices chosen for her: to read, nothing more."""
        return self.filter(organization__supervisors=user)


class Round(models.Model):
    """One organization's fiscal year, following one edition of the O-items."""

    organization = models.ForeignKey(
        Organization, models.CASCADE, verbose_name="หน่วยงาน", related_name="rounds"
    )
    be_year = models.PositiveSmallIntegerField(
        "ปีงบประมาณ (พ.ศ.)", validators=[MinValueValidator(2550), MaxValueValidator(2700)]
    )
    edition = models.PositiveSmallIntegerField(
        "ฉบับของข้อ O (พ.ศ.)",
        help_text="ปกติตรงกับปีงบประมาณ หรือฉบับล่าสุดที่มีจนกว่าจะมีฉบับของปีนั้น",
    )
    is_open = models.BooleanField("กำลังดำเนินการ", default=True)
    disclosure_due = models.DateField(
        "กำหนดตอบ OIT", blank=True, help_text="เว้นว่างไว้เพื่อใช้วันที่ 30 เมษายนของปีงบประมาณ"
    )
    #: Written down when the office is first reorganized after the year was closed.
    kept_chart = models.JSONField("ผังส่วนราชการเมื่อปิดปี", null=True, editable=False)

    objects = RoundQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "ปีงบประมาณ"
        ordering = ["-be_year"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "be_year"],
                name="one_round_a_year",
                violation_error_message="หน่วยงานนี้มีปีงบประมาณนี้อยู่แล้ว",
            ),
            models.CheckConstraint(
                condition=models.Q(be_year__range=(2550, 2700)), name="round_year_is_buddhist"
            ),
        ]

    def __str__(self):
        return f"ปีงบประมาณ {self.be_year} {self.organization}"

    def save(self, *args, **kwargs):
        self.disclosure_due = self.disclosure_due or self.usual_disclosure_due
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("reports:dashboard", args=[self.be_year])

    @property
    def fiscal_year(self) -> FiscalYear:
        return FiscalYear(self.be_year)

    def unit_tree(self) -> UnitTree:
        """The office's chart; in a closed year as it was, whatever has moved since."""
        return self.organization.units.all().tree(None if self.is_open else self.kept_chart)

    @property
    def usual_disclosure_due(self) -> date:
        """OIT answers are due at the end of April."""
        return self.fiscal_year.last_day.replace(month=4)
