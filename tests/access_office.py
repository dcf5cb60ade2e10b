"""Who gets what of ส่วนราชการและผู้ใช้: rows of the table in test_access."""

ADMINS = (302, 403, 403, 403, 200, 403, 403, 403)
REFUSED = (302, 403, 403, 403, 422, 403, 403, 403)
ADMIN_DOES = (302, 403, 403, 403, 302, 403, 403, 403)
ONLY_POST = (302, *(405,) * 7)

#: A unit and a person of the office, by the numbers that the fixture `kept` gives them.
UNIT, PERSON = [9_000_004], [9_000_005]

OFFICE = [
    ("GET", "office:units", [], ADMINS),
    ("GET", "office:unit_new", [], ADMINS),
    ("POST", "office:unit_new", [], REFUSED),
    ("GET", "office:unit", UNIT, ADMINS),
    ("GET", "office:unit_edit", UNIT, ADMINS),
    ("POST", "office:unit_edit", UNIT, REFUSED),
    ("POST", "office:unit_shift", UNIT, ADMIN_DOES),
    ("GET", "office:unit_shift", UNIT, ONLY_POST),
    ("GET", "office:unit_merge", UNIT, ADMINS),
    ("POST", "office:unit_merge", UNIT, REFUSED),
    ("POST", "office:unit_close", UNIT, ADMIN_DOES),
    ("POST", "office:unit_reopen", UNIT, ADMIN_DOES),
    ("POST", "office:unit_delete", UNIT, ADMIN_DOES),
    ("GET", "office:people", [], ADMINS),
    ("GET", "office:person_new", [], ADMINS),
    ("POST", "office:person_new", [], REFUSED),
    ("GET", "office:people_paste", [], ADMINS),
    ("POST", "office:people_paste", [], REFUSED),
    ("GET", "office:people_make", [], ADMIN_DOES),
    ("POST", "office:people_make", [], REFUSED),
    ("POST", "office:people_together", [], ADMIN_DOES),
    ("GET", "office:people_together", [], ONLY_POST),
    ("GET", "office:person", PERSON, ADMINS),
    ("GET", "office:person_edit", PERSON, ADMINS),
    ("POST", "office:person_edit", PERSON, REFUSED),
    ("POST", "office:person_password", PERSON, ADMIN_DOES),
    ("GET", "office:person_password", PERSON, ONLY_POST),
    ("POST", "office:person_lost_phone", PERSON, ADMIN_DOES),
    ("GET", "office:person_lost_phone", PERSON, ONLY_POST),
    ("GET", "office:person_leave", PERSON, ADMINS),
    ("POST", "office:person_leave", PERSON, ADMIN_DOES),
    ("POST", "office:person_return", PERSON, ADMIN_DOES),
]
