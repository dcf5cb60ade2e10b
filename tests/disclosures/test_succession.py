"""What becomes of an item in later editions."""

import pytest

from disclosures.catalogue import editions, read_items
from disclosures.succession import succession

YEARS = sorted(editions())
PAIRS = [(earlier, later) for earlier in YEARS for later in YEARS if earlier <= later]


@pytest.mark.parametrize(("earlier", "later"), PAIRS)
def test_every_item_is_accounted_for_and_every_successor_exists(earlier, later):
    moved = succession(earlier, later)

    numbers = {row.number for row in read_items(later)}
    assert set(moved.successors) == {row.number for row in read_items(earlier)}
    assert set(moved.successors.values()) - {None} | set(moved.new) == numbers


def test_the_measures_and_their_report_go_on_in_every_edition():
    ends = [succession(2566, year).successors for year in (2566, 2567, 2568, 2569)]

    assert [(end[42], end[43]) for end in ends] == [(42, 43), (34, 35), (27, 28), (25, 26)]


def test_an_edition_goes_on_in_itself_unchanged():
    moved = succession(2566, 2566)

    assert all(number == to for number, to in moved.successors.items())
    assert (moved.dropped, moved.new, moved.merged) == ((), (), {})


def test_structure_and_duties_become_one_item():
    assert succession(2566, 2568).merged[1] == (1, 3)


def test_what_is_asked_no_more_is_named():
    assert 6 in succession(2566, 2567).dropped


def test_an_item_of_a_new_kind_has_nothing_before_it():
    assert succession(2566, 2567).new == (28,)


def test_there_is_no_way_back():
    with pytest.raises(ValueError, match="comes before"):
        succession(2568, 2566)
