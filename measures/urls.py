from django.urls import path

from measures import views

app_name = "measures"
urlpatterns = [
    path("<int:year>/", views.measure_list, name="list"),
    path("<int:year>/<int:number>/", views.measure, name="measure"),
    path("<int:year>/<int:number>/progress/", views.measure_record, name="record"),
    path("<int:year>/<int:number>/review/", views.measure_review, name="review"),
    path("<int:year>/<int:number>/comments/", views.measure_comment, name="comment"),
    path("<int:year>/<int:number>/evidence/", views.measure_attach, name="attach"),
]
