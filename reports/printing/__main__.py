"""One print, watched over: python -m reports.printing FOLDER …, the page on standard input.

It stands between the web worker and the PDF engine, and is small: it waits its turn, starts the
engine behind everything else on the machine, stops it at its limits, and leaves in the folder
either the whole PDF or the reason why there is none. It never needs Django.
"""

import argparse
import fcntl
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TextIO

from reports.printing.sweeping import sweep
from reports.printing.trouble import OUT_OF_MEMORY, Trouble

MEGABYTE = 1024 * 1024
_LARGEST_PDF = 200 * MEGABYTE
#: How the engine ends when the system, or a library that got no memory, ends it.
_TROUBLES = {
    OUT_OF_MEMORY: Trouble.TOO_LARGE,
    -signal.SIGKILL: Trouble.TOO_LARGE,
    -signal.SIGABRT: Trouble.TOO_LARGE,
    -signal.SIGTRAP: Trouble.TOO_LARGE,
    -signal.SIGXFSZ: Trouble.TOO_LARGE,
    -signal.SIGXCPU: Trouble.TOO_LONG,
}


def main(asked: argparse.Namespace) -> None:
    os.nice(19)
    limit(asked)
    with await_turn(asked.folder.parent.parent, asked.at_once):
        trouble = lay_out(asked)
    unfinished = asked.folder / "unfinished"
    if trouble:
        unfinished.write_text(trouble)
    unfinished.replace(asked.folder / ("trouble" if trouble else "report.pdf"))
    (asked.folder / "progress").unlink(missing_ok=True)
    sweep(asked.folder.parent.parent, keep=asked.keep_megabytes * MEGABYTE, but=asked.folder)


def limit(asked: argparse.Namespace) -> None:
    """For the engine, which inherits it; this process stays far below."""
    space = asked.megabytes * MEGABYTE
    resource.setrlimit(resource.RLIMIT_AS, (space, space))
    # The clock stops it before; this holds should nobody be left to look at the clock.
    cpu = asked.seconds + 10
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_LARGEST_PDF, _LARGEST_PDF))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def await_turn(root: Path, at_once: int) -> TextIO:
    """One of the few places for printing; a place is free once its process has ended."""
    places = [(root / f"place-{number}").open("w") for number in range(at_once)]
    while True:
        for place in places:
            try:
                fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            return place
        time.sleep(0.1)


def lay_out(asked: argparse.Namespace) -> Trouble | None:
    with (asked.folder / "unfinished").open("wb") as pdf:
        module = [sys.executable, "-m", "reports.printing.engine"]
        command = [*module, asked.folder / "progress", asked.variant]
        # The claim goes along: should this process be killed, nobody else prints the same beside
        # an engine that still runs.
        try:
            done = subprocess.run(
                command, stdout=pdf, pass_fds=[asked.claim], timeout=asked.seconds, check=False
            )
        except subprocess.TimeoutExpired:
            return Trouble.TOO_LONG
        except OSError:
            return Trouble.TOO_LARGE
    return _TROUBLES.get(done.returncode, Trouble.BROKEN) if done.returncode else None


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="reports.printing")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--variant", required=True)
    for name in ("claim", "seconds", "megabytes", "at-once", "keep-megabytes"):
        parser.add_argument(f"--{name}", type=int, required=True)
    return parser.parse_args()


if __name__ == "__main__":
    main(arguments())
