"""The check of a round: every rule over the same facts, as a value."""

from dataclasses import dataclass
from datetime import date

from checking.facts import Facts
from checking.finding import Finding, Rule, Severity
from checking.registry import RULES
from checking.round_facts import read_facts
from organizations.models import Round


@dataclass(frozen=True)
class CheckResult:
    """`findings` are in the order of severity, then of the rows."""

    today: date
    as_of: date | None
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        return self._of(Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        return self._of(Severity.WARNING)

    @property
    def notes(self) -> tuple[Finding, ...]:
        return self._of(Severity.NOTE)

    @property
    def is_ready(self) -> bool:
        """Nothing would lose a point; warnings are for a person to weigh."""
        return not self.errors

    @property
    def verdict(self) -> str:
        if self.errors:
            return f"ยังไม่พร้อมพิมพ์ มี {len(self.errors)} เรื่องที่ทำให้เสียคะแนน"
        if self.warnings:
            return f"พร้อมพิมพ์ มี {len(self.warnings)} เรื่องที่ควรแก้"
        return "พร้อมพิมพ์ ไม่พบเรื่องที่ต้องแก้"

    @property
    def passed(self) -> tuple[Rule, ...]:
        """The rules that found nothing, those of notes aside."""
        broken = {finding.rule.key for finding in self.findings}
        return tuple(
            rule for rule in RULES if rule.key not in broken and rule.severity != Severity.NOTE
        )

    def _of(self, severity: Severity) -> tuple[Finding, ...]:
        return tuple(one for one in self.findings if one.severity == severity)


def build_check(ita_round: Round, *, today: date) -> CheckResult:
    """A constant number of queries, whatever the rules."""
    return check(read_facts(ita_round, today=today))


def check(facts: Facts) -> CheckResult:
    severities = list(Severity)
    findings = [Finding(rule=rule, **vars(flaw)) for rule in RULES for flaw in rule.find(facts)]
    findings.sort(key=lambda one: (severities.index(one.severity), one.place.order))
    return CheckResult(facts.today, facts.as_of, tuple(findings))
