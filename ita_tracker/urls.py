from django.contrib import admin
from django.urls import include, path

from organizations.views import home

urlpatterns = [
    path("", home, name="home"),
    path("accounts/", include("organizations.urls")),
    path("disclosures/", include("disclosures.urls")),
    path("measures/", include("measures.urls")),
    path("reports/", include("reports.urls")),
    path("admin/", admin.site.urls),
]
