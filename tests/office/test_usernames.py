import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizations.one_time import ALPHABET, new_password
from organizations.usernames import propose, romanized


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("สมชาย", "somchai"),
        ("ศิริพร", "siriphon"),
        ("ธนากร", "thanakon"),
        ("ประสิทธิ์", "prasit"),
        ("นิติพงษ์", "nitiphong"),
        ("ชัยวัฒน์", "chaiwat"),
        ("เพ็ญศรี", "phensari"),
        ("แก้ว", "kaeo"),
        ("ทรงศักดิ์", "songsak"),
        ("บุญเรือง", "bunrueang"),
        ("อนงค์", "anong"),
        ("John", "john"),
        ("ๆ", ""),
    ],
)
def test_a_name_is_written_near_to_how_it_is_said(name, latin):
    assert romanized(name) == latin


@given(st.text(st.characters(min_codepoint=0x0E00, max_codepoint=0x0E7F), max_size=300))
def test_any_name_gives_a_user_name_that_can_be_typed(name):
    made = propose(name, name, ())

    assert made.replace(".", "").isascii()
    assert 3 <= len(made) <= 30


def test_a_name_that_is_taken_gets_the_surname_and_then_a_number():
    taken = {"somchai"}
    taken.add(propose("สมชาย", "ใจดี", taken))
    taken.add(propose("สมชาย", "ใจดี", taken))

    assert taken == {"somchai", "somchai.c", "somchai2"}


def test_nothing_in_a_password_is_taken_for_another_letter():
    assert not set("01lioO") & set(ALPHABET)
    assert len(new_password()) == 14
    assert len({new_password() for _ in range(100)}) == 100
