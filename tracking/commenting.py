"""What people say to each other about a row: view bodies for O-items and measures alike."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.validators import MaxLengthValidator
from django.http import HttpResponse
from django.shortcuts import redirect

from organizations.models import UnitTree, User
from organizations.signed_in import SignedInRequest
from organizations.views import way_back
from tracking.fields import ProseField
from tracking.mentions import unknown
from tracking.models import Comment, Row


class CommentForm(forms.Form):
    text = ProseField(
        label="เขียนความเห็น",
        help_text="แจ้งส่วนราชการได้ โดยพิมพ์ @ ตามด้วยชื่อส่วนราชการ เช่น @กองคลัง",
        widget=forms.Textarea(attrs={"rows": 3, "data-mentions": "mention-names"}),
        validators=[MaxLengthValidator(5000)],
        error_messages={"required": "โปรดเขียนความเห็นก่อนส่ง"},
    )


@dataclass(frozen=True)
class Talk:
    """`form` is None for people who may not (or no longer) speak; `draft` is the draft's key."""

    comments: tuple[Comment, ...]
    form: CommentForm | None
    names: tuple[str, ...]
    draft: str


def build_talk(row: Row, user: User, tree: UnitTree, form: CommentForm | None) -> Talk:
    said = row.comments.select_related("by").prefetch_related("by__units", "mentions")
    return Talk(
        comments=tuple(said),
        form=(form or CommentForm()) if row.may_be_discussed_by(user) else None,
        names=tuple(dict.fromkeys(unit.name for unit, _ in tree.at_work())),
        draft=_draft(row),
    )


def comment_on(
    request: SignedInRequest, row: Row, show: Callable[..., HttpResponse]
) -> HttpResponse:
    """Add a comment; `show` draws the row's page again around a form that says what is wrong."""
    row.ita_round.require_open()
    if not row.may_be_discussed_by(request.user):
        raise PermissionDenied
    if request.method != "POST":
        # After signing in again in between, people are sent here by GET, with nothing to show.
        return redirect(row)
    form = CommentForm(request.POST)
    if not form.is_valid():
        return show(request, row, comment_form=form)
    comment = row.comment(by=request.user, text=form.cleaned_data["text"])
    # The message names the draft that is needed no more; a comment from a list had none.
    back = way_back(request, "")
    if back:
        messages.success(request, f"ตอบว่า{comment.text}แล้ว")
    else:
        messages.success(request, _said(comment), extra_tags=_draft(row))
    names = [unit.name for unit in row.ita_round.organization.units.at_work()]
    if strange := unknown(comment.text, names):
        messages.warning(request, _not_found(strange))
    return redirect(back or row)


def _draft(row: Row) -> str:
    return f"comment/{row.key}"


def _said(comment: Comment) -> str:
    told = ", ".join(unit.name for unit in comment.mentions.all())
    return f"ส่งความเห็นและแจ้ง{told}แล้ว" if told else "ส่งความเห็นแล้ว"


def _not_found(names: list[str]) -> str:
    quoted = " ".join(f"“@{name}”" for name in names)
    return (
        f"ไม่มีส่วนราชการที่ชื่อตรงกับ {quoted} จึงไม่ได้แจ้งผู้ใด"
        " หากต้องการแจ้ง โปรดเขียนความเห็นอีกครั้งโดยใช้ชื่อเต็มของส่วนราชการ"
    )
