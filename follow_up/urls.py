from django.urls import path

from follow_up import views
from follow_up.meetings import views as meetings

app_name = "follow_up"
urlpatterns = [
    path("<int:year>/", views.dashboard, name="dashboard"),
    path("<int:year>/my-work/", views.my_work, name="my_work"),
    path("<int:year>/outstanding/", views.outstanding, name="outstanding"),
    path("<int:year>/review/", views.review, name="review"),
    path("<int:year>/follow-up/", meetings.follow_up, name="follow_up"),
    path("<int:year>/follow-up.xlsx", meetings.follow_up_sheet, name="follow_up_sheet"),
    path("<int:year>/meeting/", meetings.meeting, name="meeting"),
]
