"""The picture annex: evidence of the year, redrawn by us, and nothing from anywhere else."""

from io import BytesIO

import pymupdf
import pytest
from PIL import Image

from reports.models import ReportWording
from reports.page import paper_html
from reports.pdf import render_pdf
from reports.progress_report import build_progress_report
from tracking.models import Evidence


@pytest.fixture
def report_of(this_year):
    def build(*photos):
        wording = ReportWording.objects.of(this_year)
        wording.parts = ["photos"]
        wording.photos = [{"evidence": pk, "caption": caption} for pk, caption in photos]
        return build_progress_report(this_year, wording=wording)

    return build


def test_the_secretary_chooses_pictures_and_words_below_them(send, now, photo):
    first, second = photo("หนึ่ง.jpg"), photo("สอง.jpg")

    send(photos=[second.pk, first.pk], **{f"photos-caption-{first.pk}": "ประชุม 5 ครั้ง"})

    assert now().photos == [
        {"evidence": second.pk, "caption": ""},
        {"evidence": first.pk, "caption": "ประชุม 5 ครั้ง"},
    ]


def test_a_number_no_picture_can_have_is_none(send, now):
    send(photos=["9" * 5000])

    assert now().photos == []


def test_pictures_are_printed_with_their_words_in_the_file_itself(report_of, photo):
    one = photo()

    pdf = render_pdf(paper_html(report_of((one.pk, "ประชุมครั้งที่ 5"))))

    last = pymupdf.open(stream=pdf)[-1]
    ((picture, *_),) = last.get_images()
    assert "ประชุมครั้งที่ ๕" in last.get_text()
    drawn = Image.open(BytesIO(pymupdf.open(stream=pdf).extract_image(picture)["image"]))
    assert drawn.size == (960, 640)


def test_pictures_begin_below_their_heading_and_go_on_overleaf(report_of, photo):
    chosen = [(photo(f"{number}.jpg").pk, f"ภาพที่ {number}") for number in range(9)]

    sheets = list(pymupdf.open(stream=render_pdf(paper_html(report_of(*chosen)))))

    first, second = sheets[-2:]
    assert "ภาคผนวก ภาพกิจกรรม" in first.get_text()
    assert first.get_text().count("ภาพที่") == 6
    assert second.get_text().count("ภาพที่") == 3


def test_on_a_screen_pictures_stay_behind_the_offices_door(
    this_year, report_of, photo, client_of, secretary
):
    one = photo()
    this_year.wording.parts, this_year.wording.photos = (
        ["photos"],
        [{"evidence": one.pk, "caption": ""}],
    )
    this_year.wording.save()

    page = client_of(secretary).get("/reports/2570/progress/").content.decode()

    assert f'<img src="/disclosures/evidence/{one.pk}/preview/" alt="ภาพกิจกรรม">' in page
    assert "data:image/jpeg" not in page


def test_a_picture_that_is_lost_is_said_to_be(report_of, photo):
    one = photo()
    one.preview.storage.delete(one.preview.name)

    assert "ไม่พบไฟล์ภาพ" in paper_html(report_of((one.pk, "")))


def test_a_picture_still_held_for_a_form_is_not_printed(report_of, photo):
    one = photo(held_for="row/1/1")

    assert report_of((one.pk, "")).photos == ()


def test_a_picture_of_another_office_is_never_printed(report_of, next_door):
    stranger = next_door.users.first()
    theirs = Evidence.objects.create(
        organization=next_door, by=stranger, title="ลับ.jpg", file="a.jpg", preview="b.jpg"
    )

    assert report_of((theirs.pk, "")).photos == ()


def test_many_pictures_cost_no_more_queries(
    report_of, photo, django_assert_max_num_queries, django_assert_num_queries
):
    chosen = [(photo(f"{number}.jpg").pk, "") for number in range(4)]
    with django_assert_max_num_queries(10) as few:
        report_of(*chosen[:1])

    with django_assert_num_queries(len(few)):
        report_of(*chosen)
