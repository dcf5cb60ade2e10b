"""Signing in and out, by allauth; only what an office uses is reachable."""

from allauth.account import views
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path

from organizations.views import no_such_page

urlpatterns = [
    path("login/", views.login, name="account_login"),
    # Also for people who are only half in: the password was right, the code is still asked.
    path("logout/", login_not_required(views.logout), name="account_logout"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path("password/change/", views.password_change, name="account_change_password"),
    path("reauthenticate/", views.reauthenticate, name="account_reauthenticate"),
    path("second-factor/", include("organizations.second_factor.urls")),
    # allauth asks for these addresses by name; the pages behind them are closed.
    path("signup/", no_such_page, name="account_signup"),
    path("email/", no_such_page, name="account_email"),
    path("password/set/", no_such_page, name="account_set_password"),
    path("password/reset/", no_such_page, name="account_reset_password"),
]
