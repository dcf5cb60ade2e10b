from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone

from organizations.mentions import mentioned
from organizations.models.comment import Comment
from organizations.models.notice import NoticeKind, tell
from organizations.models.user import User


class Discussed(models.Model):
    """A row people talk about. Give it `ita_round` and `comments`."""

    class Meta:
        abstract = True

    def may_be_discussed_by(self, user: User) -> bool:
        """Everybody of the office may speak, while the year is open."""
        return self.ita_round.is_open and self.ita_round.organization_id == user.organization_id

    @transaction.atomic
    def comment(self, *, by: User, text: str, at: datetime | None = None) -> Comment:
        """Say something. Units named with an @ are told, and have it in their work."""
        if not self.may_be_discussed_by(by):
            raise PermissionDenied
        units = {unit.name: unit for unit in self.ita_round.organization.units.all()}
        comment = self.comments.create(by=by, text=text.strip(), at=at or timezone.now())
        for name in mentioned(comment.text, units):
            comment.mentions.add(units[name])
            tell(
                units[name],
                kind=NoticeKind.MENTION,
                about=self,
                event=comment,
                title=f"{by}กล่าวถึง{name} ใน {self.code} {self.title}",
                text=comment.text,
                at=comment.at,
                but=by,
            )
        return comment
