from allauth.account.adapter import DefaultAccountAdapter


class ClosedAccountAdapter(DefaultAccountAdapter):
    """Accounts are made by the office's admin; nobody signs up."""

    def is_open_for_signup(self, _request):
        return False
