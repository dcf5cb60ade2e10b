"""The PDF engine in a process of its own: a page on standard input, its PDF on standard output.

usage: python -m reports.printing.engine PROGRESS-FILE VARIANT
"""

import logging
import re
import sys
from pathlib import Path

from reports.pdf import render_pdf
from reports.printing.trouble import OUT_OF_MEMORY

#: Letters that a page of the measures table holds, whatever the orientation.
_LETTERS_A_PAGE = 1300


class PagesDone(logging.Handler):
    """Writes down how many pages are laid out, of about how many, as the engine tells its log."""

    def __init__(self, file: Path, expected: int) -> None:
        super().__init__()
        self.file, self.expected = file, expected

    def emit(self, record: logging.LogRecord) -> None:
        if "Page" in record.msg and isinstance(record.args, tuple):
            self.file.write_text(f"{record.args[0]} {self.expected}")


def pages_expected(page: str) -> int:
    words = re.sub(r"<[^>]*>|\s+", "", page.partition("<body")[2])
    return 1 + len(words) // _LETTERS_A_PAGE


def main(progress: Path, variant: str) -> None:
    page = sys.stdin.buffer.read().decode()
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    told = logging.getLogger("weasyprint.progress")
    told.setLevel(logging.INFO)
    told.addHandler(PagesDone(progress, pages_expected(page)))
    told.propagate = False
    sys.stdout.buffer.write(render_pdf(page, variant))


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]), sys.argv[2])
    except MemoryError:
        sys.exit(OUT_OF_MEMORY)
