"""The parts every page is put together from."""

import re
from pathlib import Path

import pytest
from django import forms
from django.conf import settings
from django.template import Context, Template

from organizations.models import NoticeKind
from tracking.models import Status
from tracking.templatetags.look import SIGNS

TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))
SPRITE = (settings.BASE_DIR / "static/img/icons.svg").read_text()
SYMBOLS = set(re.findall(r'<symbol id="([^"]+)"', SPRITE))
SELECTORS = {
    selector
    for sheet in (settings.BASE_DIR / "static/css").glob("*.css")
    for selector in re.findall(r"\.[\w-]+", sheet.read_text())
}
#: Work not begun is written in the colour of the text around it.
UNCOLOURED = {".tone-todo"}
INLINE_CODE = re.compile(r"<style|<script(?![^>]*\ssrc=)|\s(style|on[a-z]+)=|javascript:")


@pytest.fixture(autouse=True)
def uncollected(settings):
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


class ProgressForm(forms.Form):
    status = forms.ChoiceField(
        label="สถานะ", choices=[("doing", "กำลังทำ"), ("other", "อื่น ๆ")], widget=forms.RadioSelect
    )
    note = forms.CharField(label="ผล", help_text="สั้น ๆ", widget=forms.Textarea)
    url = forms.URLField(label="ลิงก์", required=False, assume_scheme="https")
    version = forms.IntegerField(widget=forms.HiddenInput)


def draw(text: str, **context) -> str:
    return Template("{% load look crispy_forms_filters %}" + text).render(Context(context))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_icon_and_sign_a_template_asks_for_is_in_the_file(path: Path):
    text = path.read_text()

    icons = re.findall(r'{% icon "([^"]+)"', text)
    signs = re.findall(r'{% sign "([^"]+)"', text)

    assert {f"i-{name}" for name in icons} | {f"m-{name}" for name in signs} <= SYMBOLS


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_holds_code_or_style_of_its_own(path: Path):
    assert not INLINE_CODE.search(path.read_text())


def test_every_status_has_its_sign():
    assert {f"m-{name}" for name in SIGNS} <= SYMBOLS


@pytest.mark.parametrize("status", Status)
def test_every_status_has_its_colours(status):
    assert {f".status-{status}", f".tone-{status}"} <= SELECTORS | UNCOLOURED


@pytest.mark.parametrize("kind", NoticeKind)
def test_every_kind_of_notice_has_an_icon_or_a_sign(kind):
    assert (f"i-{kind.icon}" if kind.icon else f"m-{kind}") in SYMBOLS


def test_a_status_is_sign_word_and_colour():
    html = draw("{% status 'review' %}")

    assert html == (
        '<span class="status status-review"><svg class="sign" aria-hidden="true">'
        '<use href="/static/img/icons.svg#m-review"></use></svg>แล้วเสร็จ รอตรวจ</span>'
    )


def test_what_has_no_sign_gets_none():
    assert draw("{% sign 'other' %}") == ""


def test_a_name_cannot_break_out_of_the_icon():
    assert "<script>" not in draw("{% icon name %}", name='"><script>')


def test_help_stands_before_the_control_and_is_tied_to_it():
    html = draw("{{ form.note|as_crispy_field }}", form=ProgressForm())

    assert html.index('id="id_note_helptext"') < html.index("<textarea")
    assert 'aria-describedby="id_note_helptext"' in html


def test_a_field_that_may_stay_empty_says_so():
    html = draw("{{ form|crispy }}", form=ProgressForm())

    assert html.count("(ไม่บังคับ)") == 1


def test_a_hidden_field_has_neither_label_nor_box():
    html = draw("{{ form.version|as_crispy_field }}", form=ProgressForm())

    assert html.strip() == '<input type="hidden" name="version" id="id_version">'


def test_a_choice_that_is_a_status_shows_its_sign():
    html = draw("{{ form.status|as_crispy_field }}", form=ProgressForm())

    assert re.findall(r"#(m-\w+)", html) == ["m-doing"]


def test_a_wrong_field_is_marked_and_says_why():
    form = ProgressForm({"note": ""})

    html = draw("{{ form.note|as_crispy_field }}", form=form)

    assert 'class="form-control is-invalid"' in html
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_note_helptext id_note_error"' in html
    assert form.errors["note"][0] in html


def test_the_summary_leads_to_each_wrong_field_in_the_order_of_the_page():
    form = ProgressForm({"url": "x y", "version": "1"})

    html = draw("{{ form|as_crispy_errors }}", form=form)

    assert re.findall(r'href="#(\w+)"', html) == ["id_status_0", "id_note", "id_url"]
    assert "โปรดแก้ไข 3 แห่ง" in html


def test_a_form_without_mistakes_has_no_summary():
    assert draw("{{ form|as_crispy_errors }}", form=ProgressForm()).strip() == ""
