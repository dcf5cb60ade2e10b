from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One measured figure and what it may be at most."""

    name: str
    figure: float
    unit: str = "×"
    at_most: float | None = None

    @property
    def holds(self) -> bool:
        return self.at_most is None or self.figure <= self.at_most

    def __str__(self):
        if self.at_most is None:
            return f"{self.name:<50}{self.figure:>10.2f} {self.unit}"
        verdict = "holds" if self.holds else "TOO MUCH"
        bound = f"at most {self.at_most:g}"
        return f"{self.name:<50}{self.figure:>10.2f} {self.unit:<4}{bound:<14}{verdict}"
