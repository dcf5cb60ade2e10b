"""What every response carries."""

from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url

POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "manifest-src 'self'",
    ]
)


def guard(get_response):
    """Only our own files, no code or style inside a page, and no copy left on a shared machine.

    A view may say something stricter.
    """

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    return respond


def lead_to_sign_in(get_response):
    """A part of a page asked for after the session ended: the whole page goes to sign in.

    A redirect would put the sign-in form where the part belongs.
    """

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        sign_in = resolve_url(settings.LOGIN_URL)
        if "HX-Request" not in request.headers or not response.get("Location", "").startswith(
            sign_in
        ):
            return response
        page = urlsplit(request.headers.get("HX-Current-URL", "/"))
        back = urlencode({"next": f"{page.path}?{page.query}" if page.query else page.path})
        return HttpResponse(status=204, headers={"HX-Redirect": f"{sign_in}?{back}"})

    return respond


def lead_to_new_password(get_response):
    """Who came in with a one-time password sees nothing before she has one of her own.

    She may sign out. A part of a page asked for takes the whole page there.
    """

    def respond(request: HttpRequest) -> HttpResponse:
        asks_for_it = resolve_url("account_change_password")
        allowed = (asks_for_it, resolve_url("account_logout"))
        if not getattr(request.user, "must_set_password", False) or request.path in allowed:
            return get_response(request)
        if "HX-Request" in request.headers:
            return HttpResponse(status=204, headers={"HX-Redirect": asks_for_it})
        return redirect(asks_for_it)

    return respond


def let_go_of_files(get_response):
    """What arrived half leaves the disk with the request, not whenever memory is next swept."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method == "POST":
            for handler in request.upload_handlers:
                handler.upload_interrupted()
        return response

    return respond
