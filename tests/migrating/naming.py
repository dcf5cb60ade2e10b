"""What rows of this version are called: by names that outlive their ids."""

from django.apps import apps

from organizations.models import Round, Unit
from tests.migrating.told import named


def office(one) -> str | None:
    return one and one.slug


def person(one) -> str | None:
    return one and one.username


def unit(one) -> str | None:
    return one and f"{one.pk} {one.name}"


def units(some) -> list[str]:
    return [unit(one) for one in some.order_by("pk")]


def year(one) -> str | None:
    return one and f"{one.organization.slug} {one.be_year}"


def row(one) -> str:
    return f"{year(one.ita_round)} {one.kind} {one.number}"


def by(one, names: str, **more) -> dict:
    """What somebody did."""
    return named(one, names, by=person(one.by), **more)


def place(one) -> str:
    """Of a comment or a decision: the how many-th it is of its row."""
    said = list(type(one).objects.filter(row=one.row).order_by("at", "pk"))
    return f"{type(one).__name__.lower()} {row(one.row)} {said.index(one) + 1}"


def link(one) -> str:
    return f"link {row(getattr(one, 'item', None) or one.measure)} {unit(one.unit)}"


def entry(one) -> str:
    return f"entry {row(one.row)} {unit(one.unit)} {one.version}"


#: How what a text names by label and id is called; whatever else keeps its id.
_CALLED = {
    "tracking.row": row,
    "measures.measure": row,
    "disclosures.disclosureitem": row,
    "tracking.entry": entry,
    "tracking.comment": place,
    "tracking.decision": place,
    "measures.responsibility": link,
    "disclosures.itemassignment": link,
    "issuing.proposaldecision": lambda one: f"verdict on {one.proposal_id}",
}


#: What a text names otherwise than the models do.
_LABELS = {"row": "tracking.row", "reports.proposaldecision": "issuing.proposaldecision"}


def thing(label: str, pk: str) -> str:
    """What a label and an id name; a label that nothing has any more names what is gone."""
    label = _LABELS.get(label, label)
    if label not in _CALLED:
        return f"{label.rpartition('.')[2]} {pk}"
    found = apps.get_model(label)._base_manager.filter(pk=pk).first()
    return _CALLED[label](found) if found else "gone"


def event(text: str) -> str:
    verb, what, pk, *more = text.split("/")
    if what == "start":
        return f"{verb} {what} {year(Round.objects.get(pk=pk))}"
    if what == "import":
        return f"{verb} {what} {thing('measures.measure', pk)}"
    return " ".join([verb, thing(what, pk), *more])


def held_for(text: str) -> str:
    if not text:
        return ""
    label, pk, unit_pk = text.split("/")
    return f"{thing(label, pk)} {unit(Unit.objects.get(pk=unit_pk))}"
