"""What is done to several people of the list at once: moved, or given new passwords."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from office.person_forms import SentForm
from office.reading import office_of, people_of
from office.slips import sent_before, show_slips
from organizations.accounts import issue_passwords
from organizations.models import Unit, User
from organizations.signed_in import SignedInRequest


@require_POST
def people_together(request: SignedInRequest) -> HttpResponse:
    office = office_of(request.user)
    if shown := sent_before(request):
        return shown
    chosen = {pk for pk in request.POST.getlist("person") if pk.isdecimal() and len(pk) < 19}
    people = list(people_of(office).filter(pk__in=chosen))
    units = {str(unit.pk): unit for unit in office.units.at_work() if not unit.is_root}
    try:
        if not people or len(people) != len(chosen):
            raise ValidationError("โปรดเลือกผู้ใช้อย่างน้อยหนึ่งคน แล้วกดอีกครั้ง")
        if request.POST.get("act") == "password":
            return _issue(request, people)
        to = units.get(request.POST.get("to", ""))
        if to is None:
            raise ValidationError("โปรดเลือกส่วนราชการที่จะย้ายไป แล้วกดอีกครั้ง")
        _move(people, request.POST.get("from", ""), to, by=request.user)
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
        return redirect(_as_it_was(request.GET.copy(), people))
    messages.success(request, f"ย้าย {len(people)} คนไป{to}แล้ว")
    return redirect(f"{reverse('office:people')}?unit={to.pk}")


def _as_it_was(narrowed: QueryDict, people: list[User]) -> str:
    """The list narrowed as before, the same people ticked; short, as an address has to be."""
    narrowed["ticked"] = "-".join(str(person.pk) for person in people)
    return f"{reverse('office:people')}?{narrowed.urlencode()}"


def _issue(request: SignedInRequest, people: list[User]) -> HttpResponse:
    form = SentForm(request.POST)
    if not form.is_valid():
        raise ValidationError("แบบที่ส่งมาไม่ครบ โปรดกดปุ่มอีกครั้ง")
    sent = form.cleaned_data["sent"]
    return show_slips(request, lambda: issue_passwords(people, by=request.user, sent=sent))


@transaction.atomic
def _move(people: list[User], of_unit: str, to: Unit, *, by: User) -> None:
    """Out of the unit that the list was narrowed to, or out of all of theirs; into the other."""
    for person in people:
        kept = [unit for unit in person.units.all() if of_unit and str(unit.pk) != of_unit]
        person.change(by=by, units=[*kept, to])
