"""What a database of an older version says, before it is brought up to date."""

from datetime import datetime

from django.utils import timezone

from tests.migrating import told
from tests.migrating.old_tables import OldTables
from tests.migrating.told import grouped, in_order, named


def read_before() -> dict:
    old = OldTables()
    return _offices(old) | _rows(old) | _said(old) | _told(old) | _years(old) | _reports(old)


def _offices(old: OldTables) -> dict:
    units = old.links("organizations_user_units", "user_id", "unit_id")
    supervised = old.links("organizations_user_supervised", "user_id", "organization_id")
    closings = {
        change.ita_round_id: change.at
        for change in sorted(old.rows("organizations_roundchange"), key=lambda one: one.at)
        if change.step == "closed"
    }
    return {
        "offices": {
            one.slug: named(one, told.OFFICE) for one in old.rows("organizations_organization")
        },
        "units": {
            one.id: named(
                one,
                told.UNIT,
                office=old.office(one.organization_id),
                parent=old.unit(one.parent_id),
                merged_into=old.unit(one.merged_into_id),
            )
            for one in old.rows("organizations_unit")
        },
        "people": {
            one.username: named(
                one,
                told.PERSON,
                office=old.office(one.organization_id),
                units=[old.unit(pk) for pk in units.get(one.id, ())],
                supervised=[old.office(pk) for pk in supervised.get(one.id, ())],
            )
            for one in old.rows("organizations_user")
        },
        "years": {
            old.year(one.id): named(
                _with_closing(one, closings.get(one.id)),
                told.ROUND,
                opened_from=old.year(one.opened_from_id),
            )
            for one in old.rows("organizations_round")
        },
        "unit changes": grouped(
            (
                old.office(one.organization_id),
                old.by(one, told.UNIT_CHANGE, unit=old.unit(one.unit_id)),
            )
            for one in old.rows("organizations_unitchange")
        ),
        "account changes": grouped(
            (old.person(one.person_id), old.by(one, told.ACCOUNT_CHANGE))
            for one in old.rows("organizations_accountchange")
        ),
        "year changes": grouped(
            (old.year(one.ita_round_id), old.by(one, told.ROUND_CHANGE))
            for one in old.rows("organizations_roundchange")
        ),
    }


def _with_closing(ita_round, closing):
    """The day a year was closed is known by its history, also where no column has it yet."""
    if not hasattr(ita_round, "closed_on"):
        moment = None if ita_round.is_open or not closing else told.plain(closing)
        ita_round.closed_on = moment and timezone.localdate(datetime.fromisoformat(moment))
    return ita_round


def _rows(old: OldTables) -> dict:
    items = old.links("measures_measure_items", "measure_id", "disclosureitem_id")
    doing = grouped(
        (one.measure_id, [old.unit(one.unit_id), one.label])
        for one in old.rows("measures_responsibility")
    )
    answering = grouped(
        (one.item_id, [old.unit(one.unit_id), one.is_lead, one.label])
        for one in old.rows("disclosures_itemassignment")
    )
    indicators = old.table("disclosures_indicator")
    return {
        "measures": {
            old.row("measure", one.id): named(
                one,
                told.MEASURE,
                items=sorted(old.row("item", pk) for pk in items.get(one.id, ())),
                units=doing.get(one.id, []),
            )
            for one in old.rows("measures_measure")
        },
        "items": {
            old.row("item", one.id): named(
                one,
                told.ITEM,
                indicator=named(indicators[one.indicator_id], told.INDICATOR),
                units=answering.get(one.id, []),
            )
            for one in old.rows("disclosures_disclosureitem")
        },
    }


def _said(old: OldTables) -> dict:
    """Of every row what was said of it, in its order."""
    evidence = old.links("measures_progressupdate_evidence", "progressupdate_id", "evidence_id")
    of_items = "disclosures_disclosureupdate_evidence"
    evidence = {
        "measure": evidence,
        "item": old.links(of_items, "disclosureupdate_id", "evidence_id"),
    }
    mentions = {
        "measure": old.links("measures_measurecomment_mentions", "measurecomment_id", "unit_id"),
        "item": old.links("disclosures_itemcomment_mentions", "itemcomment_id", "unit_id"),
    }
    return {
        "entries": grouped(
            (
                row,
                old.by(
                    one,
                    told.ENTRY,
                    unit=old.unit(one.unit_id),
                    evidence=evidence[kind].get(one.id, []),
                ),
            )
            for kind, row, one in old.of_rows("{entry}")
        ),
        "comments": grouped(
            (
                row,
                old.by(
                    one,
                    told.COMMENT,
                    mentions=[old.unit(pk) for pk in mentions[kind].get(one.id, ())],
                ),
            )
            for kind, row, one in old.of_rows("{kind}comment")
        ),
        "decisions": grouped(
            (
                row,
                old.by(
                    one,
                    told.DECISION,
                    taken_from=old.unit(one.taken_from_id),
                    given_to=old.unit(one.given_to_id),
                ),
            )
            for _, row, one in old.of_rows("{kind}decision")
        ),
        "changes of items": grouped(
            (old.row("item", one.item_id), old.by(one, told.CHANGE))
            for one in old.rows("disclosures_itemchange")
        ),
        "changes of measures": grouped(
            (
                old.year(one.ita_round_id),
                old.by(
                    one,
                    told.CHANGE,
                    number=one.number,
                    measure=one.measure_id and old.row("measure", one.measure_id),
                ),
            )
            for one in old.rows("measures_measurechange")
        ),
        "assignment changes": grouped(
            (
                old.row("item", one.item_id),
                old.by(
                    one,
                    told.ASSIGNMENT_CHANGE,
                    unit=old.unit(one.unit_id),
                ),
            )
            for one in old.rows("disclosures_assignmentchange")
        ),
        "remarks": grouped(
            (
                old.row("measure", one.measure_id),
                old.by(one, told.REMARK),
            )
            for one in old.rows("reports_measureremark")
        ),
        "typed in": {
            old.row("item", one.item_id): old.by(one, told.TYPED_IN)
            for one in old.rows("reports_typedin")
        },
    }


def _told(old: OldTables) -> dict:
    types = old.table("django_content_type")
    return {
        "evidence": {
            one.id: old.by(
                one,
                told.EVIDENCE,
                office=old.office(one.organization_id),
                replaces=one.replaces_id,
                held_for=old.held_for(one.held_for),
            )
            for one in old.rows("disclosures_evidence")
        },
        "notices": in_order(
            [
                named(one, told.NOTICE, to=old.person(one.user_id), event=old.event(one.event))
                for one in old.rows("organizations_notice")
            ]
        ),
        "admin log": [
            named(
                one,
                told.ADMIN_LOG,
                user=old.person(one.user_id),
                about=old.thing(_label(types[one.content_type_id]), int(one.object_id)),
            )
            for one in old.rows("django_admin_log")
        ],
    }


def _label(content_type) -> str:
    return f"{content_type.app_label}.{content_type.model}"


def _years(old: OldTables) -> dict:
    def of_years(table: str, names: str) -> dict:
        return grouped((old.year(one.ita_round_id), old.by(one, names)) for one in old.rows(table))

    return {
        "carry decisions": of_years("reports_carrydecision", told.CARRY_DECISION),
        "year imports": of_years("reports_yearimport", told.YEAR_IMPORT),
        "documents": of_years("measures_importeddocument", told.DOCUMENT),
    }


def _reports(old: OldTables) -> dict:
    wordings = old.table("reports_reportwording")
    return {
        "wordings": {
            old.year(one.ita_round_id): named(one, told.WORDING) for one in wordings.values()
        },
        "wording changes": grouped(
            (
                old.year(wordings[one.wording_id].ita_round_id),
                old.by(one, told.CHANGE),
            )
            for one in old.rows("reports_wordingchange")
        ),
        "templates": {
            old.office(one.organization_id): old.by(one, told.TEMPLATE)
            for one in old.rows("reports_wordtemplate")
        },
        "proposals": {
            one.id: old.by(
                one,
                told.PROPOSAL,
                ita_round=old.year(one.ita_round_id),
                replaces=one.replaces_id,
            )
            for one in old.rows("reports_proposal")
        },
        "verdicts": {
            one.proposal_id: old.by(one, told.VERDICT)
            for one in old.rows("reports_proposaldecision")
        },
        "issued": {
            one.id: old.by(
                one,
                told.ISSUED,
                office=old.office(one.organization_id),
                proposal=one.proposal_id,
                supersedes=one.supersedes_id,
            )
            for one in old.rows("reports_issuedreport")
        },
        "issued files": grouped(
            (one.report_id, named(one, told.FILE)) for one in old.rows("reports_issuedfile")
        ),
        "publications": grouped(
            (one.report_id, old.by(one, told.PUBLICATION))
            for one in old.rows("reports_publication")
        ),
    }
