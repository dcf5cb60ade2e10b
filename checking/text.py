"""The check as plain text, for the command and for whoever reads its output."""

from collections.abc import Iterator

from checking.check import CheckResult
from checking.finding import Finding
from organizations.models import Round
from tracking.differences import Kind, Piece


def check_text(result: CheckResult, ita_round: Round) -> str:
    """A verdict, then a block a finding, worst first."""
    return "\n".join(
        [
            f"ตรวจความพร้อม {ita_round.organization.name} ปีงบประมาณ {ita_round.be_year}",
            result.verdict,
            *(line for finding in result.findings for line in _lines(finding)),
        ]
    )


def _lines(finding: Finding) -> Iterator[str]:
    yield ""
    where = f" ({finding.where})" if finding.where else ""
    name = f"{finding.rule.name}: {finding.reason}"
    yield f"[{finding.severity.label}] {finding.place.code}{where} {name}"
    for quotation in finding.quotations:
        yield f"    “{''.join(map(_marked, quotation))}”"
    yield f"    {finding.way.label}: {finding.way.url} [{finding.rule.key}]"


def _marked(piece: Piece) -> str:
    return {Kind.REMOVED: f"[-{piece.text}-]", Kind.ADDED: f"{{+{piece.text}+}}"}.get(
        piece.kind, piece.text
    )
