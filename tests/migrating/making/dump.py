"""Writes a database down: every table with its rows, and the files of evidence beside it."""

import base64
import json
import lzma
import re
import shutil
from datetime import date
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader

#: Made by the migrations themselves, or of no use to anybody in another database.
LEFT_OUT = {"django_migrations", "django_session", "cache", "sqlite_sequence"}
FONTS = Path(__file__).parent.parent / "fonts"
_FONT = re.compile(r"(?P<before>data:font/ttf;base64,)(?P<font>[A-Za-z0-9+/]{100,}=*)")


def write_down(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    # As JSON sorts it, one version's texts stand near each other and pack well.
    written = {
        "leaves": _leaves(),
        "sequences": _sequences(),
        "tables": {name: _table(name) for name in _names()},
    }
    packed = lzma.compress(json.dumps(written, ensure_ascii=False).encode(), preset=9)
    (folder / "rows.json.xz").write_bytes(packed)
    shutil.copytree(settings.MEDIA_ROOT, folder / "evidence")
    print(f"{folder}: {sum(len(one['rows']) for one in written['tables'].values())} rows")
    for name, table in written["tables"].items():
        if not table["rows"] and name.split("_")[0] in _OWN:
            print(f"  nothing in {name}")


_OWN = {"organizations", "disclosures", "measures", "reports"}


def _laid_apart(found: re.Match) -> str:
    """A page has its fonts inside, a megabyte of them, and all pages of both versions the same."""
    font = base64.b64decode(found["font"])
    name = sha256(font).hexdigest()[:12]
    FONTS.mkdir(exist_ok=True)
    (FONTS / f"{name}.xz").write_bytes(lzma.compress(font, preset=9))
    return f"{found['before']}{{{name}}}"


def _leaves() -> list[list[str]]:
    return sorted(map(list, MigrationLoader(connection).graph.leaf_nodes()))


def _sequences() -> dict[str, int]:
    """The last id that each table gave, also to what was removed since."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, seq FROM sqlite_sequence ORDER BY name")
        return {name: last for name, last in cursor.fetchall() if name not in LEFT_OUT}


def _names() -> list[str]:
    return sorted(set(connection.introspection.table_names()) - LEFT_OUT)


def _table(name: str) -> dict:
    with connection.cursor() as cursor:
        described = connection.introspection.get_table_description(cursor, name)
        quote = connection.ops.quote_name
        names = ", ".join(quote(column.name) for column in described)
        cursor.execute(f"SELECT {names} FROM {quote(name)} ORDER BY 1")
        rows = cursor.fetchall()
    return {
        "columns": [column.name for column in described],
        "rows": [[_plain(value) for value in row] for row in rows],
    }


def _plain(value):
    """Moments are in UTC."""
    if isinstance(value, date):
        return str(value)
    if isinstance(value, bytes):
        try:
            return {"text": _FONT.sub(_laid_apart, value.decode())}
        except UnicodeDecodeError:
            return {"base64": base64.b64encode(value).decode()}
    return value
