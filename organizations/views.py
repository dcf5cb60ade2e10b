from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import redirect, render

from organizations.models import Round


def home(request):
    """Everybody's first page: the year at work, or the latest there is."""
    if request.user.organization_id is None:
        return redirect("admin:index")
    ita_round = Round.objects.visible_to(request.user).order_by("-is_open", "-be_year").first()
    return redirect(ita_round) if ita_round else render(request, "organizations/no_round.html")


@login_not_required
def no_such_page(_request):
    raise Http404
