from django.http import HttpRequest

from organizations.models import User


class SignedInRequest(HttpRequest):
    """What a view is given: only `login_not_required` lets anyone else in."""

    user: User
