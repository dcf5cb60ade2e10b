from django.urls import path

from reports.printing import views

urlpatterns = [
    path("<int:year>/prints/<slug:key>/", views.print_progress, name="print"),
]
