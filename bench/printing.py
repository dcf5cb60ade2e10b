"""What a print costs, the first time and again, and what it costs everybody else meanwhile."""

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from statistics import median, quantiles

from django.conf import settings
from django.db import transaction
from django.test import Client, override_settings

from bench.row import Row
from bench.server import ask_server, cookie_of, served
from bench.years import current_year, source_year
from organizations.models import User
from reports.page import paper_html
from reports.printing.prints import print_of
from reports.progress_report import build_progress_report
from tests.factories import multiply_measures

PDF = "/reports/2566/progress.pdf"


def print_rows() -> Iterator[Row]:
    """By the clock, since the first print happens in another process. The second makes the page
    anew to know that it is the same.
    """
    yield Row("second / first print, 11 measures", second_to_first(rounds=7), "×", 0.06)
    with transaction.atomic():
        multiply_measures(source_year(), 27)
        yield Row("second / first print, 297 measures", second_to_first(rounds=1), "×", 0.06)
        transaction.set_rollback(True)


@override_settings(ALLOWED_HOSTS=["testserver"], PRINT_PATIENCE=100)
def second_to_first(rounds: int) -> float:
    client = Client()
    client.force_login(User.objects.get(username="siriporn"))

    def print_it():
        assert client.get(PDF).status_code == 200

    ratios = []
    for _ in range(rounds):
        shutil.rmtree(settings.PRINTS_ROOT, ignore_errors=True)
        first = by_the_clock(print_it)
        ratios.append(median(by_the_clock(print_it) for _ in range(5)) / first)
    return median(ratios)


def by_the_clock(run: Callable) -> float:
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


def busy_rows() -> Iterator[Row]:
    """How long staff wait for a page while a report of 297 measures is printed."""
    multiply_measures(source_year(), 27)
    page, cookie = f"/reports/{current_year()}/my-work/", cookie_of("thanakorn")
    with served():
        ratios = [p95_while_printing(page, cookie) / p95_idle(page, cookie) for _ in range(3)]
    yield Row("staff page while 297 measures are printed, p95", median(ratios), "×", 2)


def p95_idle(page: str, cookie: str) -> float:
    return quantiles((by_the_clock(lambda: ask_server(page, cookie)) for _ in range(100)), n=20)[-1]


def p95_while_printing(page: str, cookie: str) -> float:
    shutil.rmtree(settings.PRINTS_ROOT, ignore_errors=True)
    ita_round = source_year()
    made = print_of(
        paper_html(build_progress_report(ita_round)), keeper=str(ita_round.organization_id)
    )
    secretary = cookie_of("siriporn")
    asking = threading.Thread(target=ask_server, args=(PDF, secretary))
    asking.start()
    waits = []
    while not made.is_ready:
        waits.append(by_the_clock(lambda: ask_server(page, cookie)))
    asking.join()
    return quantiles(waits, n=20)[-1]
