"""How the texts of one report are set: its digits and its way of writing O-items."""

from collections.abc import Iterable
from dataclasses import dataclass

from disclosures.notation import ItemStyle, format_item, format_items, item_range, restyle
from ita_tracker.thai import arabic_digits, composed, printed, thai_digits
from reports.models import Digits, ReportWording


@dataclass(frozen=True)
class Typesetting:
    style: ItemStyle
    digits: str = Digits.THAI

    @property
    def is_thai(self) -> bool:
        return self.digits == Digits.THAI

    def text(self, text: str) -> str:
        """Running text, save for links and codes in the report's digits."""
        if self.is_thai:
            return printed(restyle(composed(text), self.style))
        return restyle(arabic_digits(composed(text)), self.style)

    def lines(self, text: str) -> tuple[str, ...]:
        """Each line that says something."""
        return tuple(self.text(line.strip()) for line in text.splitlines() if line.strip())

    def number(self, number: int | str) -> str:
        return thai_digits(number) if self.is_thai else arabic_digits(str(number))

    def item(self, number: int) -> str:
        return format_item(number, self.style)

    def items(self, numbers: Iterable[int]) -> str:
        """ "O1–O3, O5"."""
        return format_items(numbers, self.style)

    def item_range(self, numbers: Iterable[int]) -> str:
        """As a sentence names them: "ข้อ O1 ถึงข้อ O10"; none gives ""."""
        return item_range(numbers, self.style)


def typesetting_of(wording: ReportWording) -> Typesetting:
    return Typesetting(wording.style, wording.digits)
