"""One report of so many times eleven measures; prints what it cost as JSON.

As when somebody prints: one process makes the page, and another, which needs little of Django, the
PDF. The memory is that of the larger of the two.
"""

import json
import re
import resource
import subprocess
import sys
import time

from reports.pdf import render_pdf


def output_of(*command: str, given: bytes | None = None) -> bytes:
    return subprocess.run(command, input=given, capture_output=True, check=True).stdout


made = json.loads(output_of(sys.executable, "-m", "bench.one_page", sys.argv[1]))
started = time.process_time()
pdf = render_pdf(made["page"])
spent = time.process_time() - started
peaks = [
    resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
]
# Another process counts the pages: a reader of PDFs in this one would weigh as much as 60 pages.
info = output_of("pdfinfo", "-", given=pdf)
cost = {
    "seconds": made["seconds"] + spent,
    "megabytes": max(peaks) / 1024,
    "pages": int(re.search(rb"^Pages:\s+(\d+)", info, re.M)[1]),
}
print(json.dumps(cost))
