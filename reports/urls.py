from django.urls import include, path

from reports import views
from reports.checking.views import check
from reports.editing import remarks
from reports.editing import views as editing
from reports.follow_up import views as follow_up
from reports.itas import views as itas
from reports.year_book.views import year_book, year_book_sheet
from reports.years import setup_views
from reports.years import views as years

app_name = "reports"
urlpatterns = [
    path("years/", years.years, name="years"),
    path("open/", years.open_year, name="open_year"),
    path("<int:year>/", views.dashboard, name="dashboard"),
    path("<int:year>/year/", years.year, name="year"),
    path("<int:year>/year/close/", years.close_year, name="close_year"),
    path("<int:year>/year/reopen/", years.reopen_year, name="reopen_year"),
    path("<int:year>/compare/<int:other>/", years.compare, name="compare"),
    path("<int:year>/book/", year_book, name="year_book"),
    path("<int:year>/book.xlsx", year_book_sheet, name="year_book_sheet"),
    path("<int:year>/setup/", setup_views.setup, name="setup"),
    path("<int:year>/setup/carried/", setup_views.carried, name="carried"),
    path("<int:year>/setup/discard/", setup_views.discard, name="discard_year"),
    path("<int:year>/setup/start/", setup_views.start, name="start_year"),
    path("<int:year>/board/", views.board, name="board"),
    path("<int:year>/board.xlsx", views.board_sheet, name="board_sheet"),
    path("<int:year>/my-work/", views.my_work, name="my_work"),
    path("<int:year>/outstanding/", views.outstanding, name="outstanding"),
    path("<int:year>/follow-up/", follow_up.follow_up, name="follow_up"),
    path("<int:year>/follow-up.xlsx", follow_up.follow_up_sheet, name="follow_up_sheet"),
    path("<int:year>/meeting/", follow_up.meeting, name="meeting"),
    path("<int:year>/review/", views.review, name="review"),
    path("<int:year>/check/", check, name="check"),
    path("<int:year>/itas/", itas.itas, name="itas"),
    path("<int:year>/itas.xlsx", itas.itas_sheet, name="itas_sheet"),
    path("<int:year>/progress/", views.progress, name="progress"),
    path("<int:year>/progress.pdf", views.progress_pdf, name="progress_pdf"),
    path("<int:year>/progress/wording/", editing.wording, name="wording"),
    path("<int:year>/progress/remarks/", remarks.remarks, name="remarks"),
    path("<int:year>/progress/remarks/<int:number>/", remarks.remark, name="remark"),
    path("", include("reports.issuing.urls")),
    path("", include("reports.printing.urls")),
    path("", include("reports.forms.urls")),
]
