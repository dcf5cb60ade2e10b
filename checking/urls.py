from django.urls import path

from checking.views import check

app_name = "checking"
urlpatterns = [path("<int:year>/check/", check, name="check")]
