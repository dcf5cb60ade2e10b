"""The tables of an older version, read by SQL, and what the ids in them stand for.

This stays as it is for ever: those tables do.
"""

import json
from functools import cached_property
from types import SimpleNamespace

from django.db import connection

from tests.migrating.told import grouped, named

#: What a newer version keeps of every row, and an older one had no column or no table for.
_SINCE = {
    "organizations_organization": {"evidence_quota": 5000, "dates_noticed_on": None},
    "organizations_unit": {"closed_at": None, "merged_into_id": None},
    "organizations_user": {"one_time_until": None},
    "organizations_round": {"is_started": True, "opened_from_id": None, "kept_chart": None},
    "measures_measure": {"agreed_due": None, "imported_cells": {}},
    "disclosures_disclosureitem": {"agreed_due": None},
    "disclosures_evidence": {"size": 0, "preview": "", "version": 1, "held_for": ""},
    "reports_reportwording": {"memo_from": "", "memo_number": "", "memo_date": ""}
    | {"memo_subject": "", "memo_to": "", "memo_body": "", "memo_signer": "", "memo_post": ""}
    | {"period": "annual", "as_of": None, "digits": "thai", "mark_form": "tilde"}
    | {"mark_place": "top", "parts": ["eit"], "signatories": [], "photos": []}
    | {"columns": ["measure", "method", "responsible", "when", "result"]},
}
_JSON = {
    "kept_chart", "imported_cells", "columns", "parts", "signatories", "photos", "tables", "mends",
    "units", "value",
}  # fmt: skip
#: Of each kind of row: its table, what its keys are called, and the tables of what is said of it.
_KINDS = {
    "measure": ("measures", "measure", "progressupdate"),
    "item": ("disclosures", "item", "disclosureupdate"),
}


class OldTables:
    """Every row as an object, by table and id."""

    def __init__(self):
        self.names = set(connection.introspection.table_names())
        self._tables: dict[str, dict] = {}

    def table(self, name: str) -> dict:
        """In the order of their ids; nothing where the version had no such table."""
        if name not in self._tables:
            self._tables[name] = {row.id: row for row in self._rows(name)}
        return self._tables[name]

    def _rows(self, name: str) -> list[SimpleNamespace]:
        if name not in self.names:
            return []
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(name)} ORDER BY id")
            heads = [column[0] for column in cursor.description]
            found = [dict(zip(heads, row, strict=True)) for row in cursor.fetchall()]
        return [SimpleNamespace(**_SINCE.get(name, {}) | _read(row)) for row in found]

    def rows(self, name: str):
        return self.table(name).values()

    def links(self, name: str, one: str, other: str) -> dict[int, list[int]]:
        """By the id of the one, the others' in their order."""
        pairs = sorted((getattr(row, one), getattr(row, other)) for row in self.rows(name))
        return grouped(pairs)

    # What ids stand for.

    def office(self, pk):
        return pk and self.table("organizations_organization")[pk].slug

    def person(self, pk):
        return pk and self.table("organizations_user")[pk].username

    def by(self, one, names: str, **more) -> dict:
        """What somebody did."""
        return named(one, names, by=self.person(one.by_id), **more)

    def unit(self, pk):
        return pk and f"{pk} {self.table('organizations_unit')[pk].name}"

    def year(self, pk):
        if pk is None:
            return None
        ita_round = self.table("organizations_round")[pk]
        return f"{self.office(ita_round.organization_id)} {ita_round.be_year}"

    def row(self, kind, pk):
        table = "measures_measure" if kind == "measure" else "disclosures_disclosureitem"
        row = self.table(table).get(pk)
        return f"{self.year(row.ita_round_id)} {kind} {row.number}" if row else "gone"

    def of_rows(self, name: str, order=("at", "id")):
        """What is said of rows, of items and measures alike: (the row it is of, what is said)."""
        for kind, (app, key, entry) in _KINDS.items():
            said = self.rows(f"{app}_{name.format(kind=key, entry=entry)}")
            for one in sorted(said, key=lambda one: [getattr(one, part) for part in order]):
                yield kind, self.row(kind, getattr(one, f"{key}_id")), one

    @cached_property
    def places(self) -> dict:
        """Comments and decisions by (table, id): the row, and the how many-th of it they are."""
        found = {}
        for name in ("comment", "decision"):
            count: dict[str, int] = {}
            for kind, row, one in self.of_rows(f"{{kind}}{name}"):
                count[row] = count.get(row, 0) + 1
                app, key, _ = _KINDS[kind]
                found[f"{app}.{key}{name}", one.id] = f"{name} {row} {count[row]}"
        return found

    def thing(self, label: str, pk: int) -> str:
        """What a label and an id in a text name."""
        if label in ("measures.measure", "disclosures.disclosureitem"):
            return self.row("measure" if label == "measures.measure" else "item", pk)
        for kind, (app, key, entry) in _KINDS.items():
            link = {"measure": "responsibility", "item": "itemassignment"}[kind]
            if label in (f"{app}.{entry}", f"{app}.{link}"):
                one = self.table(label.replace(".", "_")).get(pk)
                if one is None:
                    return "gone"
                version = f" {one.version}" if label.endswith(entry) else ""
                name = "entry" if version else "link"
                unit = self.unit(one.unit_id)
                return f"{name} {self.row(kind, getattr(one, f'{key}_id'))} {unit}{version}"
        if label == "reports.proposaldecision":
            return f"verdict on {self.table('reports_proposaldecision')[pk].proposal_id}"
        return self.places.get((label, pk)) or f"{label.rpartition('.')[2]} {pk}"

    def event(self, text: str) -> str:
        verb, what, pk, *more = text.split("/")
        if what == "start":
            return f"{verb} {what} {self.year(int(pk))}"
        if what == "import":
            return f"{verb} {what} {self.row('measure', int(pk))}"
        return " ".join([verb, self.thing(what, int(pk)), *more])

    def held_for(self, text: str) -> str:
        if not text:
            return ""
        label, pk, unit = text.split("/")
        return f"{self.thing(label, int(pk))} {self.unit(int(unit))}"


def _read(row: dict) -> dict:
    return {
        name: json.loads(value) if name in _JSON and isinstance(value, str) else value
        for name, value in row.items()
    }
