"""Pages as they were printed, kept under what they show: asked for again, they are only read.

A print is a folder of its own, named by the hash of the page and of all that its look depends on:
whatever else a page shows is another print. The folder holds `report.pdf` once it is made, else
`trouble`, and meanwhile `progress`. The process that prints holds a lock on `claim`, which
the system releases when that process ends, however it ends.
"""

import contextlib
import fcntl
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from django.conf import settings

from reports.printing.trouble import Trouble

#: The kinds of PDF: tagged for screen readers, and for an archive with the data inside.
USUAL, ARCHIVE = "pdf/ua-1", "pdf/a-3u"
_LOOK_EVERY = 0.05
#: Trying again would end the same way, so only a person's request starts another attempt.
_LASTING = (Trouble.TOO_LONG, Trouble.TOO_LARGE, Trouble.BROKEN)


@dataclass(frozen=True)
class Progress:
    done: int
    of: int


@dataclass(frozen=True)
class Print:
    folder: Path
    variant: str = USUAL

    @property
    def key(self) -> str:
        return self.folder.name

    def read(self) -> bytes | None:
        """The PDF, or None until it is made. Prints not asked for are the first to be swept."""
        try:
            pdf = (self.folder / "report.pdf").read_bytes()
            os.utime(self.folder)
        except FileNotFoundError:
            return None
        return pdf

    @property
    def is_ready(self) -> bool:
        return (self.folder / "report.pdf").exists()

    @property
    def trouble(self) -> Trouble | None:
        """Why printing ended without a PDF; None while one may still come.

        Known only once the printing process has ended: another attempt can begin from then on.
        """
        if self._is_claimed or self.is_ready:
            return None
        try:
            return Trouble((self.folder / "trouble").read_text())
        except FileNotFoundError:
            return Trouble.STOPPED

    @property
    def progress(self) -> Progress | None:
        """Pages laid out, of about how many; None before the first."""
        try:
            done, expected = (self.folder / "progress").read_text().split()
        except (FileNotFoundError, ValueError):
            return None
        return Progress(int(done), max(int(done), int(expected)))

    @property
    def _is_claimed(self) -> bool:
        try:
            with (self.folder / "claim").open() as claim:
                # Shared: two that look at once do not take each other for the one that prints.
                fcntl.flock(claim, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except FileNotFoundError:
            return False
        except BlockingIOError:
            return True
        return False

    def start(self, page: str) -> bool:
        """Print it in a process of its own, unless that is done, being done, or came to nothing.

        Tells whether it was this call that started it. Raises OSError where there is no room.
        """
        while not (self.is_ready or self.trouble in _LASTING):
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with self._claimed() as claim:
                if claim is not None and not self.is_ready:
                    self._print(page, claim)
                    return True
            # A process that only looked may have held the lock just then.
            if self._is_claimed:
                return False
        return False

    def wait(self, seconds: float) -> None:
        """Until it is made or known not to be, but no longer than this."""
        for _ in range(round(seconds / _LOOK_EVERY)):
            if self.is_ready or self.trouble:
                return
            time.sleep(_LOOK_EVERY)

    def forget_trouble(self) -> None:
        (self.folder / "trouble").unlink(missing_ok=True)

    @contextlib.contextmanager
    def _claimed(self) -> Iterator[int | None]:
        """The lock, or None if another has it. A process it was handed to keeps it after this."""
        claim = os.open(self.folder / "claim", os.O_CREAT | os.O_RDWR, 0o600)
        try:
            fcntl.flock(claim, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield claim
        except BlockingIOError:
            yield None
        finally:
            os.close(claim)

    def _print(self, page: str, claim: int) -> None:
        command = [
            *(sys.executable, "-m", "reports.printing", self.folder),
            *("--variant", self.variant),
            *("--claim", claim, "--seconds", settings.PRINT_SECONDS),
            *("--megabytes", settings.PRINT_MEGABYTES, "--at-once", settings.PRINTS_AT_ONCE),
            *("--keep-megabytes", settings.PRINTS_KEPT_MEGABYTES),
        ]
        with tempfile.TemporaryFile() as written:
            written.write(page.encode())
            written.seek(0)
            # Of a session of its own: it goes on when the worker that started it is replaced.
            subprocess.Popen(
                [str(word) for word in command],
                stdin=written,
                cwd=settings.BASE_DIR,
                pass_fds=[claim],
                start_new_session=True,
            )


def print_of(page: str, *, keeper: str, variant: str = USUAL) -> Print:
    """The print of a page; `keeper` names whose it is, so that a key opens nothing of another's."""
    shown = sha256(page.encode())
    shown.update(f"{variant}\n{look()}".encode())
    return Print(known_print(shown.hexdigest(), keeper=keeper).folder, variant)


def known_print(key: str, *, keeper: str) -> Print:
    return Print(Path(settings.PRINTS_ROOT, keeper, key))


def look() -> str:
    """What decides how a page looks besides the page itself."""
    static = settings.BASE_DIR / "static"
    files = [
        static / "css" / "paper.css",
        *sorted((static / "fonts").glob("*.ttf")),
        settings.BASE_DIR / "reports" / "pdf.py",
        *sorted((settings.DATA_DIR / "libthai").glob("*.tri")),
    ]
    seen = [f"{file.name} {file.stat().st_size} {file.stat().st_mtime_ns}" for file in files]
    return "\n".join([version("weasyprint"), *seen])
