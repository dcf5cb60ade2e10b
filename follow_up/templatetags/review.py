"""The number beside "รอตรวจ" in the menus."""

from django import template

from follow_up.review_queue import count_waiting
from organizations.models import Round

register = template.Library()


@register.simple_tag(takes_context=True)
def waiting_in(context, ita_round: Round | None) -> int:
    """`{% waiting_in shown as waiting %}`: asked once a page, and only for who reviews."""
    user = context["request"].user
    return count_waiting(ita_round, user) if ita_round else 0
