"""What a database says, read through the models of this version: the same values as `before`.

Whoever moves a model or a field mends this file and `naming`, and no other here.
"""

from django.contrib.admin.models import LogEntry

from disclosures.models import AssignmentChange, DisclosureItem
from issuing.models import IssuedFile, IssuedReport, Proposal, ProposalDecision, Publication
from measures.models import ImportedDocument, Measure
from organizations.models import (
    AccountChange,
    Notice,
    Organization,
    Round,
    RoundChange,
    Unit,
    UnitChange,
    User,
)
from reports.models import MeasureRemark, ReportWording, TypedIn, WordingChange, WordTemplate
from tests.migrating import told
from tests.migrating.naming import (
    by,
    event,
    held_for,
    office,
    person,
    row,
    thing,
    unit,
    units,
    year,
)
from tests.migrating.told import grouped, in_order, named
from tracking.models import Change, Comment, Decision, Entry, Evidence
from years.models import CarryDecision, YearImport


def read_now() -> dict:
    return _offices() | _rows() | _said() | _told() | _years() | _reports()


def _offices() -> dict:
    return {
        "offices": {one.slug: named(one, told.OFFICE) for one in Organization.objects.all()},
        "units": {
            one.pk: named(
                one,
                told.UNIT,
                office=office(one.organization),
                parent=unit(one.parent),
                merged_into=unit(one.merged_into),
            )
            for one in Unit.objects.all()
        },
        "people": {
            one.username: named(
                one,
                told.PERSON,
                office=office(one.organization),
                units=units(one.units),
                supervised=[office(each) for each in one.supervised.order_by("pk")],
            )
            for one in User.objects.all()
        },
        "years": {
            year(one): named(one, told.ROUND, opened_from=year(one.opened_from))
            for one in Round.objects.all()
        },
        "unit changes": grouped(
            (office(one.organization), by(one, told.UNIT_CHANGE, unit=unit(one.unit)))
            for one in UnitChange.objects.order_by("pk")
        ),
        "account changes": grouped(
            (person(one.person), by(one, told.ACCOUNT_CHANGE))
            for one in AccountChange.objects.order_by("pk")
        ),
        "year changes": _of_years(RoundChange, told.ROUND_CHANGE),
    }


def _of_years(model, names: str) -> dict:
    return grouped((year(one.ita_round), by(one, names)) for one in model.objects.order_by("pk"))


def _rows() -> dict:
    return {
        "measures": {
            row(one): named(
                one,
                told.MEASURE,
                items=sorted(row(item) for item in one.items.all()),
                units=[
                    [unit(each.unit), each.label] for each in one.responsibilities.order_by("pk")
                ],
            )
            for one in Measure.objects.all()
        },
        "items": {
            row(one): named(
                one,
                told.ITEM,
                indicator=named(one.indicator, told.INDICATOR),
                units=[
                    [unit(each.unit), each.is_lead, each.label]
                    for each in one.assignments.order_by("pk")
                ],
            )
            for one in DisclosureItem.objects.all()
        },
    }


def _said() -> dict:
    return {
        "entries": grouped(
            (
                row(one.row),
                by(
                    one,
                    told.ENTRY,
                    unit=unit(one.unit),
                    evidence=[piece.pk for piece in one.evidence.order_by("pk")],
                ),
            )
            for one in Entry.objects.order_by("at", "pk")
        ),
        "comments": grouped(
            (row(one.row), by(one, told.COMMENT, mentions=units(one.mentions)))
            for one in Comment.objects.order_by("at", "pk")
        ),
        "decisions": grouped(
            (
                row(one.row),
                by(
                    one,
                    told.DECISION,
                    taken_from=unit(one.taken_from),
                    given_to=unit(one.given_to),
                ),
            )
            for one in Decision.objects.order_by("at", "pk")
        ),
        "changes of items": grouped(
            (row(one.row), by(one, told.CHANGE)) for one in _changes("item")
        ),
        "changes of measures": grouped(
            (
                year(one.ita_round),
                by(
                    one,
                    told.CHANGE,
                    number=one.number,
                    measure=row(one.row) if one.row else None,
                ),
            )
            for one in _changes("measure")
        ),
        "assignment changes": grouped(
            (row(one.item), by(one, told.ASSIGNMENT_CHANGE, unit=unit(one.unit)))
            for one in AssignmentChange.objects.order_by("pk")
        ),
        "remarks": grouped(
            (row(one.measure), by(one, told.REMARK)) for one in MeasureRemark.objects.order_by("pk")
        ),
        "typed in": {row(one.item): by(one, told.TYPED_IN) for one in TypedIn.objects.all()},
    }


def _changes(kind: str):
    return Change.objects.filter(kind=kind).order_by("pk")


def _told() -> dict:
    return {
        "evidence": {
            one.pk: by(
                one,
                told.EVIDENCE,
                office=office(one.organization),
                replaces=one.replaces_id,
                held_for=held_for(one.held_for),
            )
            for one in Evidence.objects.all()
        },
        "notices": in_order(
            [
                named(one, told.NOTICE, to=person(one.user), event=event(one.event))
                for one in Notice.objects.all()
            ]
        ),
        "admin log": [
            named(
                one,
                told.ADMIN_LOG,
                user=person(one.user),
                about=thing(
                    f"{one.content_type.app_label}.{one.content_type.model}", one.object_id
                ),
            )
            for one in LogEntry.objects.order_by("pk")
        ],
    }


def _years() -> dict:
    return {
        "carry decisions": _of_years(CarryDecision, told.CARRY_DECISION),
        "year imports": _of_years(YearImport, told.YEAR_IMPORT),
        "documents": _of_years(ImportedDocument, told.DOCUMENT),
    }


def _reports() -> dict:
    return {
        "wordings": {
            year(one.ita_round): named(one, told.WORDING) for one in ReportWording.objects.all()
        },
        "wording changes": grouped(
            (year(one.wording.ita_round), by(one, told.CHANGE))
            for one in WordingChange.objects.order_by("pk")
        ),
        "templates": {
            office(one.organization): by(one, told.TEMPLATE) for one in WordTemplate.objects.all()
        },
        "proposals": {
            one.pk: by(one, told.PROPOSAL, ita_round=year(one.ita_round), replaces=one.replaces_id)
            for one in Proposal.objects.all()
        },
        "verdicts": {
            one.proposal_id: by(one, told.VERDICT) for one in ProposalDecision.objects.all()
        },
        "issued": {
            one.pk: by(
                one,
                told.ISSUED,
                office=office(one.organization),
                proposal=one.proposal_id,
                supersedes=one.supersedes_id,
            )
            for one in IssuedReport.objects.all()
        },
        "issued files": grouped(
            (one.report_id, named(one, told.FILE)) for one in IssuedFile.objects.order_by("pk")
        ),
        "publications": grouped(
            (one.report_id, by(one, told.PUBLICATION)) for one in Publication.objects.order_by("pk")
        ),
    }
