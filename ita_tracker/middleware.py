"""What every response carries."""

from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.template.loader import render_to_string

GetResponse = Callable[[HttpRequest], HttpResponse]

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


def guard(get_response: GetResponse) -> GetResponse:
    """Only our own files, no code or style inside a page, and no copy left on a shared machine.

    A view may say something stricter.
    """

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    return respond


def lead_to_sign_in(get_response: GetResponse) -> GetResponse:
    """A form sent after the session ended leads, after signing in, to the page it was sent from.

    Its own address may take forms only. For a part of a page the whole page goes: a redirect would
    put the sign-in form where the part belongs.
    """

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        sign_in = resolve_url(settings.LOGIN_URL)
        if not response.get("Location", "").startswith(sign_in):
            return response
        if "HX-Request" in request.headers:
            page = request.headers.get("HX-Current-URL", "/")
            return HttpResponse(status=204, headers={"HX-Redirect": _by_way_of(sign_in, page)})
        page = request.headers.get("Referer", "")
        is_ours = urlsplit(page).netloc == request.get_host()
        if request.method == "POST" and is_ours and "next=" in response["Location"]:
            return redirect(_by_way_of(sign_in, page))
        return response

    return respond


def _by_way_of(sign_in: str, url: str) -> str:
    page = urlsplit(url)
    back = urlencode({"next": f"{page.path}?{page.query}" if page.query else page.path})
    return f"{sign_in}?{back}"


def explain_what_is_not_to_be_read(get_response: GetResponse) -> GetResponse:
    """An address that takes forms only, opened by hand or by a browser that was restored."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and request.method == "GET":
            response.content = render_to_string("405.html")
        return response

    return respond


def lead_to_new_password(get_response: GetResponse) -> GetResponse:
    """People with a one-time password see nothing before they have chosen one of their own.

    They may sign out. A request for a part of a page leads the whole page there.
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


def let_go_of_files(get_response: GetResponse) -> GetResponse:
    """What arrived half leaves the disk with the request, not whenever memory is next swept."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method == "POST":
            for handler in request.upload_handlers:
                handler.upload_interrupted()
        return response

    return respond
