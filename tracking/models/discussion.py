from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone

from organizations.models.kept import held
from organizations.models.notice import NoticeKind, tell
from organizations.models.user import User
from tracking.mentions import mentioned
from tracking.models.comment import Comment
from tracking.models.part import PartOfRow

PRESSED_TWICE = timedelta(minutes=1)


class Discussed(PartOfRow):
    """A row people talk about. A subclass has `ita_round` and `comments`."""

    comments: "models.Manager[Comment]"

    class Meta:
        abstract = True

    def may_be_discussed_by(self, user: User) -> bool:
        """Everybody of the office may speak, while the year is open."""
        return self.ita_round.is_open and self.ita_round.is_visible_to(user)

    @transaction.atomic
    def comment(self, *, by: User, text: str, at: datetime | None = None) -> Comment:
        """Say something. Units named with an @ are told, and have it in their work.

        The same words again within a minute are a button pressed twice, and stay one comment.
        """
        if not self.may_be_discussed_by(by):
            raise PermissionDenied
        self.ita_round.hold_open()
        text, at = text.strip(), at or timezone.now()
        # The second press waits here until the first has been written.
        held(self)
        just_said = self.comments.filter(by=by, text=text, at__range=(at - PRESSED_TWICE, at))
        return just_said.first() or self._say(by, text, at)

    def _say(self, by: User, text: str, at: datetime) -> Comment:
        units = list(self.ita_round.organization.units.at_work())
        named = set(mentioned(text, [unit.name for unit in units]))
        comment = self.comments.create(by=by, text=text, at=at)
        # Two divisions may each have a section of that name; both are meant until one is chosen.
        for unit in units:
            if unit.name in named:
                comment.mentions.add(unit)
                tell(
                    unit,
                    kind=NoticeKind.MENTION,
                    about=self,
                    event=comment,
                    title=f"{by}กล่าวถึง{unit} ใน {self.code} {self.title}",
                    text=text,
                    at=at,
                    but=by,
                )
        return comment
