"""The store is kept within its size: what has not been asked for the longest goes first."""

import fcntl
import shutil
from pathlib import Path


def sweep(root: Path, *, keep: int, but: Path) -> None:
    """Keep so many bytes of prints, whoever's they are; what is being printed and `but` stay."""
    total = 0
    for folder in sorted(root.glob("*/*/"), key=_last_asked_for, reverse=True):
        total += _size(folder)
        if total > keep and folder != but:
            _remove(folder)


def _last_asked_for(folder: Path) -> float:
    try:
        return folder.stat().st_mtime
    except FileNotFoundError:
        return 0


def _size(folder: Path) -> int:
    try:
        return sum(file.stat().st_size for file in folder.iterdir())
    except FileNotFoundError:
        return 0


def _remove(folder: Path) -> None:
    """Two that sweep at once may meet in one folder; whichever is second finds it gone."""
    try:
        with (folder / "claim").open() as claim:
            fcntl.flock(claim, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder, ignore_errors=True)
    except (FileNotFoundError, BlockingIOError):
        return
