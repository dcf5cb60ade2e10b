from django.urls import path

from years import setup_views, views
from years.board.views import board, board_sheet
from years.book.views import year_book, year_book_sheet

app_name = "years"
urlpatterns = [
    path("years/", views.years, name="list"),
    path("open/", views.open_year, name="open"),
    path("<int:year>/year/", views.year, name="year"),
    path("<int:year>/year/close/", views.close_year, name="close"),
    path("<int:year>/year/reopen/", views.reopen_year, name="reopen"),
    path("<int:year>/compare/<int:other>/", views.compare, name="compare"),
    path("<int:year>/book/", year_book, name="book"),
    path("<int:year>/book.xlsx", year_book_sheet, name="book_sheet"),
    path("<int:year>/setup/", setup_views.setup, name="setup"),
    path("<int:year>/setup/carried/", setup_views.carried, name="carried"),
    path("<int:year>/setup/discard/", setup_views.discard, name="discard"),
    path("<int:year>/setup/start/", setup_views.start, name="start"),
    path("<int:year>/board/", board, name="board"),
    path("<int:year>/board.xlsx", board_sheet, name="board_sheet"),
]
