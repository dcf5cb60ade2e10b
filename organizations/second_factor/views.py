from base64 import b64encode
from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView
from django.db import transaction
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.views.generic.edit import FormView

from organizations.signed_in import SignedInRequest


class ReplaceAppView(ActivateTOTPView):
    """Another phone: the old one is valid until the new one has shown its first code.

    Anyone who must have a second factor is at no moment without it.
    """

    def dispatch(self, request: SignedInRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_second_factor:
            return redirect("mfa_activate_totp")
        return FormView.dispatch(self, request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"is_another": True}

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        self.request.user.authenticator_set.filter(type=Authenticator.Type.TOTP).delete()
        return super().form_valid(form)


class RecoveryCodesView(ViewRecoveryCodesView):
    """Shown once, so the file to keep is in the page itself."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        if context["can_view_codes"]:
            text = render_to_string("mfa/recovery_codes/file.txt", context, self.request)
            # With the mark by which Notepad knows that it is Thai.
            context["file"] = b64encode(text.encode("utf-8-sig")).decode()
        return context


replace_app = reauthentication_required(app="allauth.mfa")(ReplaceAppView.as_view())
recovery_codes = RecoveryCodesView.as_view()
