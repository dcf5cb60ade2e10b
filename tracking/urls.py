from django.urls import path

from tracking.evidence import views

app_name = "tracking"
urlpatterns = [
    path("evidence/<int:pk>/", views.evidence, name="evidence"),
    path("evidence/<int:pk>/preview/", views.evidence_preview, name="evidence_preview"),
    path("evidence/<int:pk>/discard/", views.evidence_discard, name="evidence_discard"),
    path("link-notes/", views.link_notes, name="link_notes"),
]
