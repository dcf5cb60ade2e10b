from functools import cached_property

from django.conf import settings
from django.db import models
from django.urls import reverse

from organizations.models.account import Account
from organizations.models.organization import Organization
from organizations.permissions import Permission, Role
from thai.names import initials


class User(Account):
    """Signs in by username, since some have no e-mail address at work.

    A superuser runs the installation in Django admin and belongs to no organization; neither does
    a supervisor, who reads those chosen for them (`supervised`) and writes nowhere.
    """

    supervised = models.ManyToManyField(
        Organization,
        verbose_name="หน่วยงานที่กำกับดูแล",
        related_name="supervisors",
        blank=True,
        help_text="เฉพาะผู้กำกับดูแล: อ่านภาพรวมของหน่วยงานเหล่านี้ได้ แก้ไขไม่ได้",
    )

    class Meta:
        verbose_name = verbose_name_plural = "ผู้ใช้"
        ordering = ["username"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_superuser=True)
                | models.Q(organization__isnull=False)
                | models.Q(role=Role.SUPERVISOR),
                name="user_has_an_organization",
                violation_error_message="ผู้ใช้ต้องสังกัดหน่วยงาน",
            ),
            models.CheckConstraint(
                condition=~models.Q(role=Role.SUPERVISOR) | models.Q(organization__isnull=True),
                name="supervisor_has_no_organization",
                violation_error_message="ผู้กำกับดูแลไม่สังกัดหน่วยงานใด โปรดเว้นช่องหน่วยงานว่างไว้",
            ),
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    def get_absolute_url(self) -> str:
        return reverse("office:person", args=[self.pk])

    @property
    def initials(self) -> str:
        return initials(str(self))

    @property
    def has_second_factor(self) -> bool:
        """Whether they have an app that shows codes; recovery codes alone do not count."""
        return self.authenticator_set.filter(type="totp").exists()

    @property
    def must_have_second_factor(self) -> bool:
        """Where the installation asks for it."""
        return settings.REQUIRE_MFA and (
            self.is_superuser or self.may(Permission.NEED_SECOND_FACTOR)
        )

    @cached_property
    def visible_rounds(self) -> list:
        """The years of their office that they may see, latest first: read once for a page."""
        if self.organization is None:
            return []
        return list(self.organization.rounds.visible_to(self))

    @cached_property
    def own_unit_ids(self) -> frozenset[int]:
        return frozenset(unit.pk for unit in self.units.all())

    @cached_property
    def answering_unit_ids(self) -> frozenset[int]:
        """The units whose work this person may report: their own and those above these."""
        if self.organization is None or not self.own_unit_ids:
            return frozenset()
        return self.organization.units.all().tree().upward(self.own_unit_ids)
