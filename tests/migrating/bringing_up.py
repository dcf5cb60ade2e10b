"""In a process of its own: an older version's database made, brought up to date, and looked at.

For `manage.py shell`, with DATABASE_URL and DATA_DIR of an empty installation.
"""

import base64
import io
import json
import lzma
import re
import shutil
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.test import Client, override_settings

from follow_up.due_notices import notice_dates
from issuing.models import IssuedReport
from organizations.models import Notice, Organization
from tests.migrating.before import read_before
from tests.migrating.reading import read_now
from tracking.models import Evidence

#: Ten minutes after the last thing that happened in the databases of the later versions.
NOW = datetime(2026, 11, 24, 11, 0, tzinfo=ZoneInfo("Asia/Bangkok"))
FONTS = Path(__file__).parent / "fonts"
_FONT = re.compile(r"(?<=data:font/ttf;base64,)\{([0-9a-f]{12})\}")


def main(folder: str, answer: str) -> None:
    """`folder` is a version's fixture; what was found is written to `answer` as JSON."""
    found = make(Path(folder)) | bring_up() | look()
    Path(answer).write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


def make(folder: Path) -> dict:
    """The tables of that version by its own migrations, its rows by SQL, its files."""
    written = json.loads(lzma.decompress((folder / "rows.json.xz").read_bytes()))
    MigrationExecutor(connection).migrate([tuple(leaf) for leaf in written["leaves"]])
    with connection.constraint_checks_disabled(), transaction.atomic():
        for name, table in written["tables"].items():
            _insert(name, table["columns"], table["rows"])
    _go_on_counting(written["sequences"])
    connection.check_constraints()
    shutil.copytree(folder / "evidence", settings.MEDIA_ROOT, dirs_exist_ok=True)
    return {"before": read_before()}


def _insert(name: str, columns: list[str], rows: list[list]) -> None:
    quote = connection.ops.quote_name
    heads = ", ".join(map(quote, columns))
    places = ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {quote(name)} ({heads}) VALUES ({places})",
            [[_value(one) for one in row] for row in rows],
        )


def _value(one):
    if not isinstance(one, dict):
        return one
    if "text" in one:
        return _FONT.sub(_put_back, one["text"]).encode()
    return base64.b64decode(one["base64"])


def _put_back(found: re.Match) -> str:
    """A font that the maker of the fixtures laid apart."""
    font = lzma.decompress((FONTS / f"{found[1]}.xz").read_bytes())
    return base64.b64encode(font).decode()


def _go_on_counting(sequences: dict[str, int]) -> None:
    """The next id is the one it would have been: that of a row since removed is not given again."""
    with connection.cursor() as cursor:
        for name, last in sequences.items():
            if not last:
                continue
            if connection.vendor == "sqlite":
                cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [name])
                cursor.execute("INSERT INTO sqlite_sequence VALUES (%s, %s)", [name, last])
            else:
                cursor.execute(
                    "SELECT setval(pg_get_serial_sequence(%s, 'id'), %s)", [f'"{name}"', last]
                )


def bring_up() -> dict:
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    said = io.StringIO()
    call_command("makemigrations", check=True, dry_run=True, stdout=said)
    return {"now": read_now(), "migrations": said.getvalue()}


@override_settings(
    ALLOWED_HOSTS=["testserver"],
    STORAGES=settings.STORAGES
    | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}},
)
def look() -> dict:
    return {
        "pieces": _open_evidence(),
        "issued": _open_issued(),
        "told again": _look_at_dates_again(),
    }


def _signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def _open_evidence() -> dict:
    """Of every file its address as its uploader opens it: the answer, and the hash of its bytes."""
    answers = {}
    for piece in Evidence.objects.exclude(file="").select_related("by"):
        response = _signed_in(piece.by).get(f"/disclosures/evidence/{piece.pk}/")
        answers[piece.pk] = [response.status_code, _hash(response)]
    return answers


def _hash(response) -> str:
    content = response.getvalue() if response.streaming else response.content
    return sha256(content).hexdigest()


def _open_issued() -> dict:
    """Of every issued report its page, its files, and what the public is told of both."""
    answers = {}
    for issued in IssuedReport.objects.all():
        client = _signed_in(issued.by)
        page = f"/reports/{issued.be_year}/issued/{issued.pk}/"
        answers[issued.pk] = {
            "page": client.get(page).status_code,
            "code": _is_original(client.get(f"/verify/{issued.code}/")),
            "files": {
                file.kind: [_hash(client.get(f"{page}{file.kind}/")), *_verify(client, file)]
                for file in issued.files.all()
            },
        }
    return answers


def _is_original(response) -> bool:
    said = response.content.decode()
    return response.status_code == 200 and ("ออกจริง" in said)


def _verify(client, file) -> list:
    """By the public page, and by the operator's command."""
    sent = io.BytesIO(file.read())
    sent.name = f"report.{file.kind}"
    copy = Path(settings.DATA_DIR, sent.name)
    copy.write_bytes(sent.getvalue())
    said = io.StringIO()
    call_command("verify_report", copy, stdout=said)
    return [_is_original(client.post("/verify/", {"file": sent})), said.getvalue()]


def _look_at_dates_again() -> list[str]:
    """The events that somebody is told of when the same day's dates are looked at once more."""
    known = set(Notice.objects.values_list("pk", flat=True))
    for office in Organization.objects.all():
        notice_dates(office, now=NOW)
    return list(Notice.objects.exclude(pk__in=known).values_list("event", flat=True))
