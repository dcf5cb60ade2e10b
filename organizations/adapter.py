from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.shortcuts import resolve_url


class ClosedAccountAdapter(DefaultAccountAdapter):
    """Accounts are made by the office's admin; nobody signs up."""

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        return False

    def get_password_change_redirect_url(self, _request: HttpRequest) -> str:
        """On to their work: most people were asked for it right after signing in."""
        return resolve_url("home")
