"""What a file is called."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracking.uploads.names import extension, readable_size, tidy_name


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("รายงานผลการดำเนินการ ปี ๒๕๖๖.pdf", "รายงานผลการดำเนินการ ปี ๒๕๖๖.pdf"),
        (r"..\..\x.pdf", "x.pdf"),
        (r"C:\Users\สมชาย\แผน.docx", "แผน.docx"),
        ("/etc/passwd", "passwd"),
        ("ก\u202efdp.exe", "กfdp.exe"),
        ("ก\x00\x07\u200bข.pdf", "กข.pdf"),
        ("  ก \n\t ข  .pdf", "ก ข.pdf"),
        ("ก" * 300 + ".pdf", "ก" * 251 + ".pdf"),
        ("แผน 2.ฉบับแก้ไข", "แผน 2.ฉบับแก้ไข"),
        (".pdf", "ไฟล์.pdf"),
        ("...", "ไฟล์"),
        ("", "ไฟล์"),
    ],
)
def test_a_name_is_kept_as_a_person_would_read_it(sent, kept):
    assert tidy_name(sent) == kept


@given(st.text())
def test_whatever_it_was_it_is_short_and_shows_all_it_holds(name):
    tidy = tidy_name(name)

    assert 1 <= len(tidy) <= 255
    assert not set("/\\") & set(tidy)
    assert all(unicodedata.category(char)[0] != "C" for char in tidy)
    assert tidy == tidy.strip()


@given(st.text())
def test_a_tidy_name_stays_as_it_is(name):
    assert tidy_name(tidy_name(name)) == tidy_name(name)


@given(st.text(alphabet="กขค 123.()"), st.sampled_from([".pdf", ".JPG", ".docx"]))
def test_the_extension_is_never_lost(stem, suffix):
    assert extension(tidy_name(stem + suffix)) == suffix


@pytest.mark.parametrize(
    ("size", "text"),
    [(1, "1 KB"), (412 * 1024, "412 KB"), (1_887_437, "1.8 MB"), (5_000 * 2**20, "5,000.0 MB")],
)
def test_a_size_is_said_in_words_of_the_office(size, text):
    assert readable_size(size) == text
