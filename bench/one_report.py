"""One report of so many times eleven measures; prints what it cost as JSON."""

import json
import re
import resource
import subprocess
import sys
import time

import django

django.setup()

from django.db import transaction  # noqa: E402 (Django has to be set up first)

from bench.years import source_year  # noqa: E402
from reports.page import paper_html  # noqa: E402
from reports.pdf import render_pdf  # noqa: E402
from reports.progress_report import build_progress_report  # noqa: E402
from tests.factories import multiply_measures  # noqa: E402

with transaction.atomic():
    multiply_measures(source_year(), int(sys.argv[1]))
    started = time.process_time()
    pdf = render_pdf(paper_html(build_progress_report(source_year())))
    spent = time.process_time() - started
    transaction.set_rollback(True)
# Another process counts the pages: a reader of PDFs in this one would weigh as much as 60 pages.
info = subprocess.run(["pdfinfo", "-"], input=pdf, capture_output=True, check=True).stdout
cost = {
    "seconds": spent,
    "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "pages": int(re.search(rb"^Pages:\s+(\d+)", info, re.M)[1]),
}
print(json.dumps(cost))
