from allauth.account.decorators import secure_admin_login
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.urls import include, path

from organizations.views import favicon, home, notices

# One door, with one limit on wrong passwords: Django admin's own has none.
admin.site.login = secure_admin_login(  # type: ignore[method-assign] # as allauth asks for it
    admin.site.login
)
# An address, if somebody has one, stands on the person.
admin.site.unregister(EmailAddress)
# Its page shows the secret from which codes are made.
admin.site.unregister(Authenticator)

handler400 = "ita_tracker.errors.refuse"

urlpatterns = [
    path("", home, name="home"),
    path("favicon.ico", favicon, name="favicon"),
    path("notices/", notices, name="notices"),
    path("accounts/", include("organizations.urls")),
    path("office/", include("office.urls")),
    path("disclosures/", include("disclosures.urls")),
    path("disclosures/", include("tracking.urls")),
    path("measures/", include("measures.urls")),
    path("reports/", include("years.urls")),
    path("reports/", include("follow_up.urls")),
    path("reports/", include("checking.urls")),
    path("reports/", include("issuing.urls")),
    path("reports/", include("reports.urls")),
    path("overview/", include("follow_up.overview.urls")),
    path("", include("issuing.public_urls")),
    path("admin/", admin.site.urls),
]
