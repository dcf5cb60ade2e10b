"""One report of so many times eleven measures; prints what it cost as JSON."""

import json
import resource
import sys
import time
from io import BytesIO

import django
from pypdf import PdfReader

django.setup()

from django.db import transaction  # noqa: E402 (Django has to be set up first)

from bench.measurements import our_pdf  # noqa: E402
from bench.years import source_year  # noqa: E402
from tests.factories import multiply_measures  # noqa: E402

with transaction.atomic():
    multiply_measures(source_year(), int(sys.argv[1]))
    started = time.process_time()
    pdf = our_pdf()
    spent = time.process_time() - started
    transaction.set_rollback(True)
cost = {
    "seconds": spent,
    "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "pages": len(PdfReader(BytesIO(pdf)).pages),
}
print(json.dumps(cost))
