"""allauth's forms in this application's manner."""

from allauth.account import forms
from allauth.account.fields import PasswordField, SetPasswordField


class Plain:
    """No placeholder, since the label says it already, and no link to a reset by e-mail."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
            if isinstance(field, PasswordField) and not isinstance(field, SetPasswordField):
                field.help_text = ""


class SignInForm(Plain, forms.LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Phones would write a user name with a capital, and mark it as misspelt.
        self.fields["login"].widget.attrs.update(autocapitalize="none", spellcheck="false")


class PasswordChangeForm(Plain, forms.ChangePasswordForm):
    pass


class ReauthenticationForm(Plain, forms.ReauthenticateForm):
    pass
