"""The appendix of O-items: who discloses what, and where."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from disclosures.models import DisclosureItem
from organizations.models import Round
from reports.progress_report.material import Material
from reports.qr import qr_of
from thai.digits import arabic_digits
from tracking.models import Evidence


@dataclass(frozen=True)
class ItemRow:
    """`note` says why there is no link; `qr` is "" where no code can hold the link."""

    code: str
    title: str
    responsible: tuple[str, ...]
    url: str
    qr: str
    note: str


def build_appendix(ita_round: Round, material: Material) -> tuple[ItemRow, ...]:
    """Every item of the edition: those that do not apply say why."""
    items = DisclosureItem.objects.filter(ita_round=ita_round).with_work()
    return tuple(_row(item, material) for item in items)


def _row(item: DisclosureItem, material: Material) -> ItemRow:
    set_in = material.set_in
    url = main_link(item, material) if item.is_applicable else ""
    return ItemRow(
        code=set_in.item(item.number),
        title=set_in.text(item.title),
        responsible=tuple(set_in.text(str(link)) for link in item.assignments.all()),
        url=url,
        qr=qr_of(url) if url else "",
        note="" if url else set_in.text(_why_none(item)),
    )


def _why_none(item: DisclosureItem) -> str:
    if item.is_applicable:
        return "ยังไม่มีลิงก์"
    return f"ไม่ใช้กับหน่วยงานนี้ เพราะ{item.not_applicable_reason}"


def main_link(item: DisclosureItem, material: Material) -> str:
    """The first that the first unit to report gives, in Arabic digits; "" for none."""
    return next((url for piece in _pieces(item, material) if (url := web_link(piece.url))), "")


def _pieces(item: DisclosureItem, material: Material) -> Iterator[Evidence]:
    for said in material.said.reports_of(item.pk):
        pieces: Sequence[Evidence] = material.evidence.get(said.pk, ())
        yield from pieces


def web_link(url: str) -> str:
    """The address in Arabic digits; "" for what a reader could not, or should not, follow."""
    url = arabic_digits(url.strip())
    return url if url.lower().startswith(("http://", "https://")) else ""
