from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils import timezone

from organizations.models import Organization, User
from organizations.permissions import Permission


class WordTemplateQuerySet(models.QuerySet):
    def keep(self, *, by: User, name: str, content: bytes) -> "WordTemplate":
        """Replaces the document of before; `content` has been checked."""
        _require(by)
        given = {"by": by, "at": timezone.now(), "name": name, "content": content}
        return self.update_or_create(organization=by.organization, defaults=given)[0]

    def drop(self, *, by: User) -> None:
        _require(by)
        self.filter(organization=by.organization).delete()


class WordTemplate(models.Model):
    """An office's own Word document, with fields that the report fills in."""

    organization = models.OneToOneField(
        Organization, models.CASCADE, verbose_name="หน่วยงาน", related_name="word_template"
    )
    name = models.CharField("ชื่อไฟล์", max_length=255)
    content = models.BinaryField("เนื้อไฟล์")
    by = models.ForeignKey(User, models.PROTECT, verbose_name="ผู้ส่ง", related_name="+")
    at = models.DateTimeField("เมื่อ")

    objects = WordTemplateQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "แบบรายงาน Word ของหน่วยงาน"

    def __str__(self) -> str:
        return self.name


def _require(by: User) -> None:
    if not by.may(Permission.KEEP_TEMPLATE):
        raise PermissionDenied
