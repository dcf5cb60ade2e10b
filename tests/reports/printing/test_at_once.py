"""Several processes that ask for one page, and processes that end before they are done."""

import fcntl
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.conf import settings as given

from reports.printing.prints import print_of
from tests.reports.printing.conftest import let_go, page

pytestmark = pytest.mark.slow

ASK = """
import sys
from reports.printing.prints import print_of
page = sys.stdin.read()
made = print_of(page, keeper="office")
print("started" if made.start(page) else "joined", flush=True)
made.wait(100)
print(made.is_ready)
"""
#: Takes seconds to lay out.
LONG = page("ดำเนินการแล้วเสร็จ<br>" * 1500)


def asker(root: Path) -> subprocess.Popen:
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "ita_tracker.settings", "PYTHONUTF8": "1"}
    code = f"from django.conf import settings\nsettings.PRINTS_ROOT = {str(root)!r}\n{ASK}"
    return subprocess.Popen(
        [sys.executable, "-c", code],
        env=environment,
        cwd=given.BASE_DIR,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def processes_of(folder: Path) -> list[int]:
    """Those that print into a folder, by what the system says they were called with."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if str(folder) in (process / "cmdline").read_text():
                found.append(int(process.name))
        except (FileNotFoundError, ProcessLookupError):
            continue
    return found


def kill_whoever_prints(folder: Path) -> None:
    while not (folder / "progress").exists():
        time.sleep(0.05)
    for process in processes_of(folder):
        os.kill(process, signal.SIGKILL)


def test_of_four_processes_that_ask_at_once_one_prints(empty_store):
    askers = [asker(empty_store) for _ in range(4)]
    for process in askers:
        process.stdin.write(LONG)
        process.stdin.close()

    said = [process.stdout.read().split() for process in askers]

    assert sorted(first for first, _ in said) == ["joined", "joined", "joined", "started"]
    assert [last for _, last in said] == ["True"] * 4


def test_who_was_killed_at_it_is_succeeded_by_the_next_to_ask(printed):
    made = print_of(LONG, keeper="office")
    made.start(LONG)
    kill_whoever_prints(made.folder)
    made.wait(100)
    assert made.trouble == "stopped"

    assert printed(LONG).is_ready


def test_what_is_done_goes_up_page_by_page():
    made = print_of(LONG, keeper="office")
    made.start(LONG)
    seen = set()
    while not made.is_ready:
        seen.add(made.progress)
        time.sleep(0.02)

    done = [progress.done for progress in seen if progress]
    assert len(done) > 3
    assert all(progress.done <= progress.of for progress in seen if progress)


def test_it_is_given_up_only_once_whoever_printed_has_ended():
    made = print_of(LONG, keeper="office")
    made.folder.mkdir(parents=True)
    (made.folder / "trouble").write_text("too-long")

    with made._claimed():
        assert made.trouble is None
    assert made.trouble == "too-long"


def test_who_only_looks_is_in_nobody_s_way():
    made = print_of(LONG, keeper="office")
    made.folder.mkdir(parents=True)
    with ThreadPoolExecutor() as threads, (made.folder / "claim").open("w") as looking:
        fcntl.flock(looking, fcntl.LOCK_SH)
        asked = threads.submit(made.start, LONG)
        time.sleep(0.3)
        fcntl.flock(looking, fcntl.LOCK_UN)

        assert asked.result()
    let_go(made)
