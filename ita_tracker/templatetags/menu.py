"""The menu of the page, and the year it speaks of."""

from django import template
from django.template import Context

from ita_tracker.menu import Menu, build_menu
from ita_tracker.menu_entry import Shell
from organizations.models import Round, RoundState

register = template.Library()


@register.simple_tag(takes_context=True)
def shown_round(context: Context) -> Round | None:
    """The year the shell speaks of: the page's own, or the one at work.

    None before the first, and for anyone who belongs to no office.
    """
    rounds = context.get("rounds") or ()
    at_work = (one for one in rounds if one.state == RoundState.OPEN)
    return context.get("ita_round") or next(at_work, next(iter(rounds), None))


@register.simple_tag(takes_context=True)
def menu_of(context: Context, shown: Round | None) -> Menu:
    """`{% menu_of shown as menu %}`"""
    request = context["request"]
    shell = Shell(request.user, context.get("rounds") or (), shown, page=context)
    return build_menu(shell, request.resolver_match)
