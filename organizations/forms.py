"""allauth's forms in this application's manner."""

from typing import Any

from allauth.account import forms
from allauth.account.fields import PasswordField, SetPasswordField
from django.core.exceptions import ValidationError
from django.forms import Field
from django.utils import timezone

from organizations.models import AccountStep, User


class Plain:
    """No placeholder, since the label says it already, and no link to a reset by e-mail."""

    fields: dict[str, Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
            if isinstance(field, PasswordField) and not isinstance(field, SetPasswordField):
                field.help_text = ""


class SignInForm(Plain, forms.LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Phones would write a user name with a capital, and mark it as misspelt.
        self.fields["login"].widget.attrs.update(autocapitalize="none", spellcheck="false")

    def clean(self) -> dict[str, Any]:
        """Only somebody who knows the password is told that it has run out."""
        cleaned = super().clean()
        now = timezone.now()
        if self.user and User.objects.filter(pk=self.user.pk, one_time_until__lte=now).exists():
            raise ValidationError("รหัสผ่านครั้งเดียวนี้หมดอายุแล้ว โปรดขอรหัสผ่านใหม่จากผู้ดูแลระบบ")
        return cleaned


class PasswordChangeForm(Plain, forms.ChangePasswordForm):
    """While the old password is a one-time password, it is called so, as on the slip."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.user.must_set_password:
            self.fields["oldpassword"].label = "รหัสผ่านครั้งเดียว"

    def clean_oldpassword(self) -> str:
        typed = self.cleaned_data["oldpassword"]
        if not self.user.check_password(typed):
            raise ValidationError(f"{self.fields['oldpassword'].label}ไม่ถูกต้อง โปรดพิมพ์อีกครั้ง")
        return typed

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("password1") and cleaned.get("password1") == cleaned.get("oldpassword"):
            called = self.fields["oldpassword"].label
            self.add_error("password1", f"โปรดตั้งรหัสผ่านใหม่ที่ไม่ซ้ำกับ{called}")
        return cleaned

    def save(self) -> None:
        super().save()
        self.user.keep_change(AccountStep.OWN_PASSWORD, by=self.user)


class ReauthenticationForm(Plain, forms.ReauthenticateForm):
    pass
