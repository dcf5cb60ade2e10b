"""allauth's forms for codes: typed as people type them, and good once."""

from textwrap import wrap
from typing import Any

from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from django.core.cache import cache
from django.forms import CharField, TextInput

from organizations.models import User
from thai.digits import arabic_digits

#: Seconds in which one code of the app would be taken: a step before and after the present one.
GOOD_FOR = (2 * app_settings.TOTP_TOLERANCE + 1) * app_settings.TOTP_PERIOD


class CodeField(CharField):
    """Thai digits and the space that apps show in the middle are taken as typed."""

    widget = TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"})

    def to_python(self, value: Any) -> str:
        return "".join(arabic_digits(super().to_python(value) or "").split())


def spend(user: User, code: str) -> None:
    """A code that somebody saw over the user's shoulder is worth nothing once used."""
    if not cache.add(f"second-factor/{user.pk}/{code}", True, GOOD_FOR):
        raise get_adapter().validation_error("incorrect_code")


class Spending(forms.BaseAuthenticateForm):
    """Makes a code of the app good once; allauth sees to recovery codes itself."""

    def clean_code(self) -> str:
        code = super().clean_code()
        if self.authenticator.type == Authenticator.Type.TOTP:
            spend(self.user, code)
        return code


class CodeForm(Spending, forms.AuthenticateForm):
    """The second step of signing in."""

    code = CodeField(label="รหัสจากแอป 6 หลัก หรือรหัสสำรอง 8 หลัก")


class CodeAgainForm(Spending, forms.ReauthenticateForm):
    code = CodeField(label="รหัสจากแอป 6 หลัก หรือรหัสสำรอง 8 หลัก")


class ActivationForm(ActivateTOTPForm):
    code = CodeField(label="รหัส 6 หลักที่แอปแสดง")

    @property
    def secret_in_fours(self) -> str:
        """As it is read off a screen and typed; apps pass over the spaces."""
        return " ".join(wrap(self.secret, 4))

    def clean_code(self) -> str:
        code = super().clean_code()
        spend(self.user, code)
        return code
