from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url

#: What one may do before: set it up, prove who one is for that, choose a password, leave.
ALLOWED = (
    "mfa_activate_totp",
    "account_reauthenticate",
    "account_change_password",
    "account_logout",
)


def lead_to_second_factor(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """People who must have a second factor and have none set it up before anything else.

    A request for a part of a page leads the whole page there.
    """

    def respond(request: HttpRequest) -> HttpResponse:
        user = request.user
        if not (user.is_authenticated and user.must_have_second_factor):
            return get_response(request)
        if request.path in map(resolve_url, ALLOWED) or user.has_second_factor:
            return get_response(request)
        set_up = resolve_url("mfa_activate_totp")
        if "HX-Request" in request.headers:
            return HttpResponse(status=204, headers={"HX-Redirect": set_up})
        return redirect(set_up)

    return respond
