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
    ("GET", "years:open", [], ADMIN_ANY_YEAR),
    ("POST", "years:open", [], REFUSED_ANY_YEAR),
    ("GET", "years:list", [], OWN_YEARS),
    ("GET", "years:year", YEAR, READ),
    ("GET", "years:close", YEAR, ADMIN),
    ("POST", "years:close", YEAR, REFUSED),
    ("GET", "years:reopen", CLOSED, ADMIN),
    ("POST", "years:reopen", CLOSED, REFUSED),
    ("GET", "years:compare", [2570, 2566], READ),
    ("GET", "years:setup", YEAR, ADMIN),
    ("GET", "years:carried", YEAR, ADMIN),
    ("POST", "years:carried", YEAR, REFUSED),
    ("GET", "years:discard", YEAR, SAID),
    ("POST", "years:discard", YEAR, SAID),
    ("GET", "years:start", YEAR, ADMIN),
    ("POST", "years:start", YEAR, SAID),
]
