from django.urls import include, path

from reports import views
from reports.checking.views import check
from reports.follow_up import views as follow_up
from reports.opening_views import open_year

app_name = "reports"
urlpatterns = [
    path("open/", open_year, name="open_year"),
    path("<int:year>/", views.dashboard, name="dashboard"),
    path("<int:year>/board/", views.board, name="board"),
    path("<int:year>/board.xlsx", views.board_sheet, name="board_sheet"),
    path("<int:year>/my-work/", views.my_work, name="my_work"),
    path("<int:year>/outstanding/", views.outstanding, name="outstanding"),
    path("<int:year>/follow-up/", follow_up.follow_up, name="follow_up"),
    path("<int:year>/follow-up.xlsx", follow_up.follow_up_sheet, name="follow_up_sheet"),
    path("<int:year>/meeting/", follow_up.meeting, name="meeting"),
    path("<int:year>/review/", views.review, name="review"),
    path("<int:year>/check/", check, name="check"),
    path("<int:year>/progress/", views.progress, name="progress"),
    path("<int:year>/progress.pdf", views.progress_pdf, name="progress_pdf"),
    path("", include("reports.printing.urls")),
]
