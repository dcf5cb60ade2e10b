"""The rooms of the house are those that docs/architecture.md draws; none has grown too large."""

import re
from functools import cache

import grimp
from django.conf import settings

ROOMS = [
    *("ita_tracker", "years", "issuing", "checking", "reports", "follow_up"),
    *("measures", "disclosures", "office", "tracking", "organizations", "thai"),
]
ARROW = re.compile(r"^  (\w+) --> (\w+)$", re.MULTILINE)


@cache
def arrows() -> frozenset[tuple[str, str]]:
    """Which room imports from which other one."""
    graph = grimp.build_graph(*ROOMS)
    between = {
        (module.split(".")[0], imported.split(".")[0])
        for module in graph.modules
        for imported in graph.find_modules_directly_imported_by(module)
    }
    return frozenset((one, other) for one, other in between if one != other)


def is_reached(start: str, end: str, by: frozenset[tuple[str, str]]) -> bool:
    return any(one == start and (other == end or is_reached(other, end, by)) for one, other in by)


def test_a_newcomer_reads_the_rooms_as_they_are():
    drawn = set(ARROW.findall((settings.BASE_DIR / "docs/architecture.md").read_text()))

    needed = {arrow for arrow in arrows() if not is_reached(*arrow, arrows() - {arrow})}

    assert drawn == needed


def test_no_room_knows_one_above_it():
    upwards = {(one, other) for one, other in arrows() if ROOMS.index(one) > ROOMS.index(other)}

    assert upwards == set()


def test_no_room_holds_more_than_a_fifth_of_the_house():
    lines = {
        room: sum(
            len(path.read_text().splitlines())
            for path in (settings.BASE_DIR / room).rglob("*.py")
            if "migrations" not in path.parts
        )
        for room in ROOMS
    }

    assert max(lines.values()) <= sum(lines.values()) / 5, lines
