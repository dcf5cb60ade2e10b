"""Files on their way in: what is too large, or finds the disk full, is remembered and not written.

Nothing may be raised here. The form's token is read before any view, and with it the files, so an
exception would be a bare error page where a sentence in the form is meant.
"""

import contextlib
import errno
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from tracking.uploads.limits import MAX_FILES, MAX_SIZE
from tracking.uploads.refusal import DiskFull, Refused, too_large, too_many

NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


class ArrivingFile(TemporaryUploadedFile):
    """On the disk under a name of ours: one of 255 Thai letters is too long for a disk."""

    def __init__(self, name: str | None, *described: Any) -> None:
        super().__init__("file", *described)
        self.name = name


class Unwritten(UploadedFile):
    """A file of which only its name and the reason are left."""

    def __init__(self, name: str, size: int, reason: Refused) -> None:
        super().__init__(BytesIO(), name, size=size)
        self.reason = reason


class EvidenceUploadHandler(FileUploadHandler):
    """Reads every file to its end, so that the rest of the form arrives, but writes only some."""

    count = 0
    arriving: ArrivingFile | None = None
    reason: Refused | None = None

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.arriving = None
        self.count += 1
        self.reason = self._unwelcome()
        if self.reason:
            return
        with self._minding_the_disk():
            self.arriving = ArrivingFile(
                self.file_name, self.content_type, 0, self.charset, self.content_type_extra
            )

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if self.arriving is None:
            return
        if start + len(raw_data) > MAX_SIZE:
            self._give_up(too_large())
            return
        with self._minding_the_disk():
            self.arriving.write(raw_data)

    def file_complete(self, file_size: int) -> UploadedFile:
        with self._minding_the_disk():
            if self.arriving is not None:
                # Writes what is still in memory, for which there may be no room.
                self.arriving.seek(0)
                self.arriving.size = file_size
                return self.arriving
        return Unwritten(self.file_name or "", file_size, self.reason or DiskFull())

    def upload_interrupted(self) -> None:
        self._drop()

    def _unwelcome(self) -> Refused | None:
        # The token is looked at before the person: a stranger's file must not fill the disk.
        if self.request is None or not self.request.user.is_authenticated:
            return Refused("โปรดเข้าสู่ระบบก่อนแนบไฟล์")
        return too_many() if self.count > MAX_FILES else None

    @contextlib.contextmanager
    def _minding_the_disk(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            if error.errno not in NO_ROOM:
                raise
            self._give_up(DiskFull())

    def _give_up(self, reason: Refused) -> None:
        self.reason = reason
        self._drop()

    def _drop(self) -> None:
        if self.arriving is not None:
            # Closing writes once more what there was no room for.
            with contextlib.suppress(OSError):
                self.arriving.close()
            self.arriving = None
