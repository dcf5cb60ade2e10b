"""How the texts of one report are set: its digits and its way of writing O-items."""

from collections.abc import Iterable
from dataclasses import dataclass

from disclosures.notation import ItemStyle, format_item, format_items, item_range, restyle
from reports.models import Digits, ReportWording
from thai.digits import arabic_digits, composed, printed, thai_digits


@dataclass(frozen=True)
class Typesetting:
    style: ItemStyle
    digits: str = Digits.THAI

    @property
    def is_thai(self) -> bool:
        return self.digits == Digits.THAI

    def text(self, text: str) -> str:
        """Running text, save for links and codes in the report's digits."""
        styled = restyle(composed(text), self.style)
        return printed(styled) if self.is_thai else arabic_digits(styled)

    def lines(self, text: str) -> tuple[str, ...]:
        """The lines that are not empty."""
        return tuple(self.text(line.strip()) for line in text.splitlines() if line.strip())

    def number(self, number: int | str) -> str:
        return thai_digits(number) if self.is_thai else arabic_digits(str(number))

    def item(self, number: int) -> str:
        return self._in_digits(format_item(number, self.style))

    def items(self, numbers: Iterable[int]) -> str:
        """ "O1–O3, O5"."""
        return self._in_digits(format_items(numbers, self.style))

    def item_range(self, numbers: Iterable[int]) -> str:
        """As a sentence names them: "ข้อ O1 ถึงข้อ O10"; none gives ""."""
        return self._in_digits(item_range(numbers, self.style))

    def _in_digits(self, codes: str) -> str:
        """ "O๔๒" and "๐๔๒" are ways of an office that writes Thai digits."""
        return codes if self.is_thai else arabic_digits(codes)


def typesetting_of(wording: ReportWording) -> Typesetting:
    return Typesetting(wording.style, wording.digits)
