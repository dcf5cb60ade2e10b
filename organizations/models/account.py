from collections.abc import Iterable
from datetime import datetime
from typing import Any, Self
from uuid import UUID

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from organizations.models.organization import Organization
from organizations.models.unit import Unit
from organizations.one_time import GOOD_FOR, new_password
from organizations.permissions import OFFICE_ROLES, May, Permission, Role, roles_that_may

USERNAME_TAKEN = "มีผู้ใช้ชื่อนี้แล้ว โปรดตั้งชื่อผู้ใช้อื่น"
LAST_ADMIN = "เป็นผู้ดูแลระบบคนสุดท้ายที่เข้าใช้ได้ โปรดให้ผู้อื่นเป็นผู้ดูแลระบบ และเข้าใช้ระบบแล้วหนึ่งครั้ง จึงทำรายการนี้ได้"


class AccountState(models.TextChoices):
    READY = "ready", "เข้าใช้ได้"
    WAITING = "waiting", "รอเข้าใช้ครั้งแรก"
    RUN_OUT = "run_out", "รหัสผ่านหมดอายุ"
    LEFT = "left", "พ้นหน้าที่แล้ว"


class Account(AbstractUser):
    """An account as the office's admin keeps it. Every verb writes who did it."""

    organization = models.ForeignKey(
        Organization,
        models.CASCADE,
        verbose_name="หน่วยงาน",
        related_name="users",
        null=True,
        blank=True,
    )
    role = models.CharField("บทบาท", max_length=10, choices=Role, default=Role.STAFF)
    units = models.ManyToManyField(Unit, verbose_name="ส่วนราชการ", related_name="users", blank=True)
    one_time_until = models.DateTimeField(
        "รหัสผ่านครั้งเดียวใช้ได้ถึง", null=True, blank=True, editable=False
    )

    # What other models point here with.
    account_changes: models.Manager[Any]
    authenticator_set: models.Manager[Any]

    class Meta:
        abstract = True

    def set_password(self, raw_password: str | None) -> None:
        """Whatever is set is the person's own, unless `issue_password` then says otherwise."""
        super().set_password(raw_password)
        self.one_time_until = None

    @property
    def may(self) -> May:
        """`person.may(Permission.ASSIGN)`, in a template `person.may.assign`."""
        return May(self.role)

    @property
    def office(self) -> Organization:
        """Of those who work in one: PermissionDenied for the operator and for supervisors."""
        if self.organization is None:
            raise PermissionDenied
        return self.organization

    @property
    def must_set_password(self) -> bool:
        return self.one_time_until is not None

    def has_run_out(self, *, at: datetime) -> bool:
        return self.one_time_until is not None and self.one_time_until <= at

    @property
    def state(self) -> AccountState:
        if not self.is_active:
            return AccountState.LEFT
        if self.one_time_until is None:
            return AccountState.READY
        ran_out = self.has_run_out(at=timezone.now())
        return AccountState.RUN_OUT if ran_out else AccountState.WAITING

    @transaction.atomic
    def change(self, *, by: Self, units: Iterable[Unit], **details: Any) -> None:
        """Other details (username, names, e-mail, role) or units. Raises ValidationError."""
        self._hold(by)
        if any(unit.organization_id != self.organization_id for unit in units):
            raise PermissionDenied
        if details.get("role", self.role) not in OFFICE_ROLES:
            raise PermissionDenied
        before = self._described()
        keepers = roles_that_may(Permission.KEEP_PEOPLE)
        if "role" in details and details["role"] not in keepers:
            self._require_another_admin()
        for name, value in details.items():
            setattr(self, name, value)
        self._save_checked(fields=list(details))
        self.units.set(units)
        self.__dict__.pop("own_unit_ids", None)
        after = self._described()
        said = [
            f"{label}: {before[label] or '–'} → {after[label] or '–'}"
            for label in after
            if before[label] != after[label]
        ]
        if said:
            self.keep_change("changed", by=by, text=" · ".join(said))

    @transaction.atomic
    def issue_password(self, *, by: Self, sent: UUID | None = None, step: str = "password") -> str:
        """A new password for one sign-in, told this once; whoever is signed in is signed out."""
        self._hold(by)
        if self.pk == by.pk:
            raise ValidationError("รหัสผ่านของท่านเอง โปรดเปลี่ยนที่เมนู “รหัสผ่าน”")
        if not self.is_active:
            raise ValidationError(f"บัญชีของ{self}ปิดอยู่ โปรดเปิดบัญชีอีกครั้งก่อน")
        return self._issue(by, sent, step)

    @transaction.atomic
    def deactivate(self, *, by: Self) -> None:
        """The person has left: they cannot sign in, and no session stays. Units keep their work,
        history keeps the name. If the password were kept, old sessions would live again when they
        came back.
        """
        self._hold(by)
        if self.pk == by.pk:
            raise ValidationError("ปิดบัญชีของตนเองไม่ได้ โปรดให้ผู้ดูแลระบบคนอื่นดำเนินการ")
        self._require_another_admin()
        if not self.is_active:
            return
        self.is_active, self.one_time_until = False, None
        self.set_unusable_password()
        self.save(update_fields=["is_active", "one_time_until", "password"])
        self.keep_change("left", by=by)

    @transaction.atomic
    def reactivate(self, *, by: Self, sent: UUID | None = None) -> str:
        """Back, with a new one-time password."""
        self._hold(by)
        self.is_active = True
        self.save(update_fields=["is_active"])
        return self._issue(by, sent, "back")

    @transaction.atomic
    def drop_second_factor(self, *, by: Self) -> None:
        """The phone is lost: the password alone opens the account, to a second factor set up anew
        where one is required. An office's admin does it, never for themselves; else the operator.
        """
        if not by.is_superuser:
            self._hold(by)
            if self.pk == by.pk:
                raise ValidationError("ยกเลิกของตนเองที่นี่ไม่ได้ โปรดให้ผู้ดูแลระบบคนอื่นดำเนินการ")
        dropped, _ = self.authenticator_set.all().delete()
        if dropped:
            self.keep_change("no_phone", by=by)

    def keep_change(self, step: str, *, by: Self, text: str = "", sent: UUID | None = None) -> None:
        self.account_changes.create(by=by, at=timezone.now(), step=step, text=text, sent=sent)

    def _issue(self, by: Self, sent: UUID | None, step: str) -> str:
        password = new_password()
        self.set_password(password)
        self.one_time_until = timezone.now() + GOOD_FOR
        self.save(update_fields=["password", "one_time_until"])
        self.keep_change(step, by=by, sent=sent)
        return password

    def _hold(self, by: Self) -> None:
        """One change of an office's people at a time: two admins may not remove each other."""
        if self.organization_id is None or self.organization_id != by.organization_id:
            raise PermissionDenied
        if not by.may(Permission.KEEP_PEOPLE) or self.is_superuser or self.is_staff:
            raise PermissionDenied
        Organization.objects.select_for_update().get(pk=self.organization_id)
        self.refresh_from_db()

    def _require_another_admin(self) -> None:
        """An admin who still has a one-time password does not count: they may never sign in."""
        if not (self.may(Permission.KEEP_PEOPLE) and self.is_active):
            return
        others = type(self).objects.filter(
            organization=self.organization_id,
            role__in=roles_that_may(Permission.KEEP_PEOPLE),
            is_active=True,
            one_time_until=None,
        )
        if not others.exclude(pk=self.pk).exists():
            raise ValidationError(f"{self}{LAST_ADMIN}")

    def _described(self) -> dict[str, str]:
        return {
            "ชื่อผู้ใช้": self.username,
            "ชื่อ-นามสกุล": self.get_full_name(),
            "อีเมล": self.email,
            "บทบาท": self.get_role_display(),
            "ส่วนราชการ": ", ".join(str(unit) for unit in self.units.all()),
        }

    def _save_checked(self, *, fields: list[str]) -> None:
        """The name may have been taken in another office a moment ago."""
        try:
            with transaction.atomic():
                self.save(update_fields=fields)
        except IntegrityError:
            raise ValidationError({"username": USERNAME_TAKEN}) from None
