"""A second step of signing in; of allauth's addresses only those that an office uses."""

from allauth.mfa.base import views as steps
from allauth.mfa.recovery_codes.views import generate_recovery_codes
from allauth.mfa.totp.views import activate_totp, deactivate_totp
from django.urls import path

from organizations.second_factor.views import recovery_codes, replace_app

urlpatterns = [
    path("", steps.index, name="mfa_index"),
    path("code/", steps.authenticate, name="mfa_authenticate"),
    path("code-again/", steps.reauthenticate, name="mfa_reauthenticate"),
    path("app/", activate_totp, name="mfa_activate_totp"),
    path("app/replace/", replace_app, name="mfa_replace_totp"),
    path("app/remove/", deactivate_totp, name="mfa_deactivate_totp"),
    path("recovery-codes/", recovery_codes, name="mfa_view_recovery_codes"),
    path("recovery-codes/new/", generate_recovery_codes, name="mfa_generate_recovery_codes"),
]
