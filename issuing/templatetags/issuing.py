"""What waits for an executive to decide: beside the menu's link, and on their first page."""

from django import template
from django.template import Context

from issuing.lists import pending_for
from issuing.models import Proposal
from organizations.models import Round

register = template.Library()


@register.simple_tag(takes_context=True)
def awaiting_decision(context: Context, ita_round: Round | None) -> Proposal | None:
    """`{% awaiting_decision shown as pending %}`: asked only for people who decide."""
    return pending_for(context["request"].user, ita_round) if ita_round else None
