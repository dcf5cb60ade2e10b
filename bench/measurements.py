"""The measurements themselves, in the throw-away installation that `python -m bench` makes."""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from statistics import median

import django

django.setup()

from django.conf import settings  # noqa: E402 (Django has to be set up first)
from django.test import Client, override_settings  # noqa: E402
from weasyprint import CSS, HTML  # noqa: E402
from weasyprint.text.fonts import FontConfiguration  # noqa: E402

from bench.board import board_rows  # noqa: E402
from bench.importing import importing_rows  # noqa: E402
from bench.printing import busy_rows, print_rows  # noqa: E402
from bench.row import Row  # noqa: E402
from bench.server import ask_server, cookie_of, served  # noqa: E402
from bench.year_book import year_book_rows  # noqa: E402
from bench.years import current_year, source_year  # noqa: E402
from organizations.models import User  # noqa: E402
from organizations.permissions import Role  # noqa: E402
from reports.files.excel import write_excel  # noqa: E402
from reports.files.word import write_word  # noqa: E402
from reports.page import paper_html  # noqa: E402
from reports.pdf import OWN_HOST, OwnFilesOnly, render_pdf, use_our_words  # noqa: E402
from reports.progress_report import build_progress_report  # noqa: E402
from tests.factories import make_offices  # noqa: E402

PAPER_CSS = (settings.BASE_DIR / "static" / "css" / "paper.css").read_text()


def paired(ours: Callable, theirs: Callable, rounds: int) -> float:
    """The median ratio of neighbouring runs: a busy machine disturbs both alike."""
    ours()
    theirs()
    return median(seconds(ours) / seconds(theirs) for _ in range(rounds))


def seconds(run: Callable) -> float:
    """Of the processor's time, which another program on the machine hardly changes."""
    started = time.process_time()
    run()
    return time.process_time() - started


def bare_pdf(page: str, css: str = PAPER_CSS) -> bytes:
    """WeasyPrint as its manual shows it, on the same page, styles, fonts and kind of PDF."""
    fonts = FontConfiguration()
    base = f"{OWN_HOST}static/css/paper.css"
    paper = CSS(string=css, base_url=base, url_fetcher=OwnFilesOnly(), font_config=fonts)
    document = HTML(string=page, base_url=OWN_HOST, url_fetcher=OwnFilesOnly())
    return document.write_pdf(stylesheets=[paper], font_config=fonts, pdf_variant="pdf/ua-1")


def our_pdf() -> bytes:
    return render_pdf(paper_html(build_progress_report(source_year())))


def report_rows() -> Iterator[Row]:
    use_our_words()
    page = paper_html(build_progress_report(source_year()))
    automatic = PAPER_CSS.replace("table-layout: fixed", "table-layout: auto")
    yield Row(
        "report PDF / bare WeasyPrint", paired(our_pdf, lambda: bare_pdf(page), 15), "×", 1.15
    )
    for name, write in (("Word", write_word), ("Excel", write_excel)):
        ratio = paired(lambda write=write: write(build_progress_report(source_year())), our_pdf, 7)
        yield Row(f"report as {name} / report PDF", ratio, "×", 1)
    yield Row(
        "fixed / automatic table layout",
        paired(lambda: bare_pdf(page), lambda: bare_pdf(page, automatic), 7),
    )


def page_rows() -> Iterator[Row]:
    year = current_year()
    with override_settings(ROOT_URLCONF="bench.urls", ALLOWED_HOSTS=["testserver"]):
        for name, who, path, bound in (
            ("dashboard", "siriporn", f"/reports/{year}/", 5),
            ("work of a person", "thanakorn", f"/reports/{year}/my-work/", 6),
            ("what units owe", "siriporn", f"/reports/{year}/outstanding/", 6),
            ("list of measures", "siriporn", f"/measures/{year}/", 6),
            ("page of a measure", "siriporn", f"/measures/{year}/3/", 6),
            ("list of O-items", "siriporn", f"/disclosures/{year}/", 6),
            ("page of an O-item", "siriporn", f"/disclosures/{year}/18/", 6),
            ("form of a report", "thanakorn", f"/disclosures/{year}/18/progress/", 6),
            ("what waits for review", "siriporn", f"/reports/{year}/review/", 6),
            ("check before printing", "siriporn", f"/reports/{year}/check/", 6),
            ("review of a report", "siriporn", f"/disclosures/{year}/15/review/", 6),
            ("notices", "siriporn", "/notices/", 6),
            ("wording of the report", "siriporn", f"/reports/{year}/progress/wording/", None),
            ("form of a measure", "wittaya", f"/measures/{year}/4/edit/", 6),
            ("order of measures", "wittaya", f"/measures/{year}/order/", 6),
            ("board of assignments", "wittaya", f"/reports/{year}/board/", None),
            ("chart of units", "wittaya", "/office/units/", 6),
            ("list of people", "wittaya", "/office/people/", 6),
            ("follow-up sheet", "siriporn", f"/reports/{year}/follow-up/", None),
            ("meeting", "siriporn", f"/reports/{year}/meeting/", None),
            ("ITAS sheet", "siriporn", f"/reports/{year}/itas/", None),
            ("years of the office", "wittaya", "/reports/years/", 6),
            ("steps of opening a year", "wittaya", f"/reports/{year}/setup/", None),
            ("two years compared", "siriporn", f"/reports/{year}/compare/2566/", None),
        ):
            client = Client()
            client.force_login(User.objects.get(username=who))
            ratio = paired(visit(client, path), visit(client, "/empty/"), 60)
            yield Row(f"{name} / empty signed-in page", ratio, "×", bound)


def overview_rows() -> Iterator[Row]:
    """A hundred offices. Of the empty page the one of an office's secretary stands for everybody's:
    a supervisor's has neither year nor bell, and the ratio to it is told beside.
    """
    supervisor = User.objects.create(username="supervisor", role=Role.SUPERVISOR)
    make_offices(100, current_year(), supervisor)
    client, secretary = Client(), Client()
    client.force_login(supervisor)
    secretary.force_login(User.objects.get(username="siriporn"))
    with override_settings(ROOT_URLCONF="bench.urls", ALLOWED_HOSTS=["testserver"]):
        overview = visit(client, "/overview/")
        ratio = paired(overview, visit(secretary, "/empty/"), 60)
        yield Row("overview of 100 offices / empty signed-in page", ratio, "×", 6)
        ratio = paired(overview, visit(client, "/empty/"), 60)
        yield Row("overview of 100 offices / her own empty page", ratio)


def visit(client: Client, path: str) -> Callable:
    def once():
        assert client.get(path).status_code == 200

    return once


def size_rows() -> Iterator[Row]:
    """Each size in a process of its own, so that its peak memory is its own."""
    cost = {}
    for times in (1, 10, 100):
        command = [sys.executable, "-m", "bench.one_report", str(times)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        cost[times] = json.loads(done.stdout.splitlines()[-1])
        yield Row(f"{times * 11} measures: time", cost[times]["seconds"], "s")
        yield Row(f"{times * 11} measures: pages", cost[times]["pages"], "")
    yield Row("110 / 11 measures: time", cost[10]["seconds"] / cost[1]["seconds"])
    yield Row("1,100 / 11 measures: time", cost[100]["seconds"] / cost[1]["seconds"], "×", 105)
    for times in (1, 10):
        yield Row(f"{times * 11} measures: peak memory", cost[times]["megabytes"], "MB")
    yield Row("1,100 measures: peak memory", cost[100]["megabytes"], "MB", 450)


def load_rows() -> Iterator[Row]:
    """Requests a second of the real server, four askers at once."""
    cookie = cookie_of("siriporn")
    with served():
        for path in (f"/reports/{current_year()}/", f"/measures/{current_year()}/"):
            yield Row(f"{path}: requests", requests_a_second(path, cookie), "/s")


def requests_a_second(path: str, cookie: str, askers: int = 4, long: float = 3) -> float:
    counts = [0] * askers
    end = time.perf_counter() + long

    def ask(place):
        while time.perf_counter() < end:
            ask_server(path, cookie)
            counts[place] += 1

    threads = [threading.Thread(target=ask, args=(place,)) for place in range(askers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / long


def main() -> int:
    all_hold = True
    for group in (
        report_rows,
        size_rows,
        page_rows,
        lambda: board_rows(paired),
        lambda: importing_rows(paired),
        lambda: year_book_rows(paired),
        print_rows,
        busy_rows,
        load_rows,
        overview_rows,
    ):
        for row in group():
            print(row, flush=True)
            all_hold &= row.holds
    return 0 if all_hold else 1


if __name__ == "__main__":
    sys.exit(main())
