from django.urls import path

from reports.printing import views

urlpatterns = [
    path("<int:year>/prints/<slug:key>/", views.print_progress, name="print"),
    path("<int:year>/prints/<slug:key>.pdf", views.print_file, name="print_file"),
]
