"""Who gets what of a report's way to its issue; the columns are those of test_access.py."""

YEAR, CLOSED = [2570], [2566]
#: A proposal that waits and a report that was issued, by the numbers that `proposals` gives them.
WAITING, ISSUED = [2570, 9_000_004], [2570, 9_000_005]
NO_CODE = ["A" * 22]

READ = (302, 200, 200, 200, 200, 200, 404, 404)
TO_LIST_OR_ROW = (302, 302, 302, 302, 302, 302, 404, 404)
PROPOSE = (302, 403, 403, 200, 200, 403, 404, 404)
REFUSED_PROPOSAL = (302, 403, 403, 422, 422, 403, 404, 404)
NOT_TO_READ = (302, *(405,) * 7)
EVERYBODY = (200,) * 8
UNKNOWN = (404,) * 8

ISSUING = [
    ("GET", "issuing:issued_list", YEAR, READ),
    ("GET", "issuing:propose", YEAR, PROPOSE),
    ("POST", "issuing:propose", YEAR, REFUSED_PROPOSAL),
    ("GET", "issuing:propose", CLOSED, PROPOSE),
    ("GET", "issuing:proposal", WAITING, READ),
    ("POST", "issuing:proposal", WAITING, NOT_TO_READ),
    ("GET", "issuing:proposal_pdf", WAITING, READ),
    ("POST", "issuing:approve", WAITING, (302, 403, 403, 403, 403, 302, 404, 404)),
    ("POST", "issuing:return", WAITING, (302, 403, 403, 403, 403, 422, 404, 404)),
    ("POST", "issuing:withdraw", WAITING, (302, 403, 403, 302, 302, 403, 404, 404)),
    ("GET", "issuing:approve", WAITING, NOT_TO_READ),
    ("GET", "issuing:return", WAITING, NOT_TO_READ),
    ("GET", "issuing:withdraw", WAITING, NOT_TO_READ),
    ("GET", "issuing:issued", ISSUED, READ),
    ("GET", "issuing:issued_changes", ISSUED, TO_LIST_OR_ROW),
    ("GET", "issuing:issued_file", [*ISSUED, "html"], READ),
    ("GET", "issuing:issued_file", [*ISSUED, "pdf"], READ),
    ("POST", "issuing:issued_publish", ISSUED, (302, 403, 403, 302, 302, 302, 404, 404)),
    ("GET", "issuing:issued_publish", ISSUED, NOT_TO_READ),
    ("GET", "verify", [], EVERYBODY),
    ("POST", "verify", [], (422,) * 8),
    ("GET", "verify_code", NO_CODE, UNKNOWN),
    ("GET", "verify_pdf", NO_CODE, UNKNOWN),
    ("GET", "published", ["tham-sing"], EVERYBODY),
    ("GET", "published", ["ban-mai"], UNKNOWN),
]
