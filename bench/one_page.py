"""The page of so many times eleven measures, and what it took to make it, as JSON."""

import json
import sys
import time

import django

django.setup()

from django.db import transaction  # noqa: E402 (Django has to be set up first)

from bench.years import source_year  # noqa: E402
from reports.page import paper_html  # noqa: E402
from reports.progress_report import build_progress_report  # noqa: E402
from tests.factories import multiply_measures  # noqa: E402

with transaction.atomic():
    multiply_measures(source_year(), int(sys.argv[1]))
    started = time.process_time()
    page = paper_html(build_progress_report(source_year()))
    spent = time.process_time() - started
    transaction.set_rollback(True)
print(json.dumps({"page": page, "seconds": spent}))
