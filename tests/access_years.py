"""Who gets what of the years of an office: rows for the table of addresses."""

YEAR, CLOSED = [2570], [2566]

READ = (302, 200, 200, 200, 200, 200, 404, 404)
OWN_YEARS = (302, *(200,) * 6, 404)
ADMIN = (302, 403, 403, 403, 200, 403, 404, 404)
REFUSED = (302, 403, 403, 403, 422, 403, 404, 404)
ADMIN_ANY_YEAR = (302, 403, 403, 403, 200, 403, 403, 403)
REFUSED_ANY_YEAR = (302, 403, 403, 403, 422, 403, 403, 403)
SAID = (302, 403, 403, 403, 302, 403, 404, 404)

YEARS = [
    ("GET", "reports:open_year", [], ADMIN_ANY_YEAR),
    ("POST", "reports:open_year", [], REFUSED_ANY_YEAR),
    ("GET", "reports:years", [], OWN_YEARS),
    ("GET", "reports:year", YEAR, READ),
    ("GET", "reports:close_year", YEAR, ADMIN),
    ("POST", "reports:close_year", YEAR, REFUSED),
    ("GET", "reports:reopen_year", CLOSED, ADMIN),
    ("POST", "reports:reopen_year", CLOSED, REFUSED),
    ("GET", "reports:compare", [2570, 2566], READ),
    ("GET", "reports:setup", YEAR, ADMIN),
    ("GET", "reports:carried", YEAR, ADMIN),
    ("POST", "reports:carried", YEAR, REFUSED),
    ("GET", "reports:discard_year", YEAR, SAID),
    ("POST", "reports:discard_year", YEAR, SAID),
    ("GET", "reports:start_year", YEAR, ADMIN),
    ("POST", "reports:start_year", YEAR, SAID),
]
