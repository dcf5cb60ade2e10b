"""For anybody who holds a paper or a file, signed in or not."""

from django.urls import path

from issuing import public

urlpatterns = [
    path("verify/", public.verify, name="verify"),
    path("verify/<slug:code>/", public.verify_code, name="verify_code"),
    path("verify/<slug:code>/report.pdf", public.verify_pdf, name="verify_pdf"),
    path("published/<slug:slug>/", public.published, name="published"),
]
