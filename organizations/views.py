from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import redirect, render

from organizations.models import Round
from organizations.permissions import Role


def home(request):
    """The first page: staff's own work, the others' overview, of the year at work or the latest."""
    if request.user.organization_id is None:
        return redirect("admin:index")
    ita_round = Round.objects.visible_to(request.user).order_by("-is_open", "-be_year").first()
    if ita_round is None:
        return render(request, "organizations/no_round.html")
    if request.user.role == Role.STAFF:
        return redirect("reports:my_work", ita_round.be_year)
    return redirect(ita_round)


@login_not_required
def no_such_page(_request):
    raise Http404
