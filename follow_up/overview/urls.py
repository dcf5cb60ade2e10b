from django.urls import path

from follow_up.overview import views

app_name = "overview"
urlpatterns = [
    path("", views.overview, name="table"),
    path("overview.xlsx", views.overview_sheet, name="sheet"),
    path("<slug:slug>/<int:year>/", views.office, name="office"),
]
