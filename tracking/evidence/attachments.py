"""The files of one form: what the unit's last report had, and what has been attached since."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from organizations.models import Unit, User
from tracking.evidence.holding import form_key, hold
from tracking.evidence.pieces import files_of, same_files
from tracking.models import Entry, Evidence, Row
from tracking.uploads.limits import MAX_FILES, MAX_SIZE
from tracking.uploads.names import tidy_name
from tracking.uploads.refusal import DiskFull, Refused, too_large, too_many

#: Begins the name of the input that takes a new version of the file beside it.
REPLACEMENT = "replacement-"


@dataclass(frozen=True)
class FileLine:
    piece: Evidence
    is_kept: bool = True


class Attachments:
    """`posted` is the form as it was sent, or None for one about to be shown.

    After `take`, `refusals` say what was wrong with which file.
    """

    #: Said by the page itself, before a phone has sent 25 MB for nothing.
    too_large = str(too_large())
    max_size = MAX_SIZE

    def __init__(
        self,
        row: Row,
        unit: Unit,
        by: User,
        last_report: Entry | None,
        posted: QueryDict | None = None,
    ) -> None:
        self.posted = posted
        self.row, self.unit, self.by, self.last_report = row, unit, by, last_report
        self._listed = set(posted.getlist("listed")) if posted else set()
        self._ticked = set(posted.getlist("kept")) if posted else set()
        self._arrived: list[Evidence] = []
        self._replaced: set[int] = set()
        self.refusals: list[str] = []
        self.is_disk_full = False
        self.offered = self._offered()

    def _offered(self) -> list[Evidence]:
        """A new version stands where the one it replaces stood."""
        key = form_key(self.row, self.unit)
        held = list(Evidence.objects.held_by(self.by).filter(held_for=key))
        newer = {piece.replaces_id: piece for piece in held if piece.replaces_id}
        reported = [newer.get(piece.pk, piece) for piece in files_of(self.last_report)]
        reported += self._ticked_before(reported, newer)
        return reported + [piece for piece in held if piece not in reported]

    def _ticked_before(
        self, reported: list[Evidence], newer: dict[int, Evidence]
    ) -> list[Evidence]:
        """Of the report that the page was made from, where a newer one was written since."""
        missing = self._ticked - {str(piece.pk) for piece in reported}
        asked = [int(pk) for pk in missing if re.fullmatch("[0-9]{1,18}", pk)]
        if not asked:
            return []
        history = self.row.entries.filter(unit=self.unit).values("evidence")
        found = Evidence.objects.filter(pk__in=history).filter(pk__in=asked).exclude(file="")
        return [piece for piece in found if piece.pk not in newer]

    def since(self, newer: Entry | None) -> "Attachments":
        """The same form, where the unit has reported meanwhile."""
        return Attachments(self.row, self.unit, self.by, newer, self.posted)

    def take(self, files: MultiValueDict[str, UploadedFile]) -> None:
        """Hold every good file, whatever becomes of the form; remember what was wrong."""
        for name in files:
            replaces = self._known().get(name.removeprefix(REPLACEMENT))
            if name == "files" or replaces:
                for upload in files.getlist(name):
                    self._take_one(upload, replaces)

    def _take_one(self, upload: UploadedFile, replaces: Evidence | None) -> None:
        try:
            self.attach(upload, replaces=replaces)
        except Refused as refused:
            self.refusals.append(f"{tidy_name(upload.name or '')}: {refused}")
            self.is_disk_full |= isinstance(refused, DiskFull)

    def attach(self, upload: UploadedFile, *, replaces: Evidence | None = None) -> Evidence:
        """One file more, or a new version in the place of one; Refused says why not."""
        if replaces is None and sum(line.is_kept for line in self.lines) >= MAX_FILES:
            raise too_many()
        piece = hold(upload, row=self.row, unit=self.unit, by=self.by, replaces=replaces)
        if twin := self._twin(piece, replaces):
            piece.discard(by=self.by)
            piece = twin
        if replaces is not None and replaces != piece:
            self._replaced.add(replaces.pk)
        self._arrived.append(piece)
        self.offered = self._offered()
        return piece

    def _twin(self, piece: Evidence, replaces: Evidence | None) -> Evidence | None:
        """The same file sent before: a button pressed twice, or an unchanged “new version”."""
        gone = replaces if replaces and replaces.is_held else None
        same = (one for one in self.offered if same_files([one], [piece]) and one != gone)
        return next(same, None)

    def find(self, pk: str) -> Evidence | None:
        """A file of this form by the number that a page carries."""
        return self._known().get(pk)

    def _known(self) -> dict[str, Evidence]:
        return {str(piece.pk): piece for piece in self.offered}

    @property
    def lines(self) -> list[FileLine]:
        """As the form shows them. What it had not listed is new to its reader, so ticked."""
        return [FileLine(piece, self._is_ticked(piece)) for piece in self.offered]

    def _is_ticked(self, piece: Evidence) -> bool:
        pk = str(piece.pk)
        return piece in self._arrived or pk in self._ticked or pk not in self._listed

    @property
    def kept(self) -> list[Evidence]:
        """What the report is to carry: the ticked, and what arrived with the form itself."""
        return [
            piece
            for piece in self.offered
            if piece in self._arrived
            or (str(piece.pk) in self._ticked and piece.pk not in self._replaced)
        ]

    def settle(self) -> list[Evidence]:
        """Put the kept into history, and take away what was unticked.

        Call in the transaction that writes the report. Returns the kept that are still there.
        """
        kept = [piece.pk for piece in self.kept]
        still = list(Evidence.objects.visible_to(self.by).select_for_update().filter(pk__in=kept))
        Evidence.objects.filter(pk__in=kept).update(held_for="")
        self._discard(self._listed - self._ticked)
        return still

    def forget_arrived(self) -> None:
        """Take away what came with a form that had been recorded already."""
        self._discard(str(piece.pk) for piece in self._arrived)

    def _discard(self, pks: Iterable[str]) -> None:
        held = Evidence.objects.held_by(self.by).filter(held_for=form_key(self.row, self.unit))
        wanted = set(pks)
        for piece in held:
            if str(piece.pk) in wanted:
                piece.discard(by=self.by)
