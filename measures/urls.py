from django.urls import path

from measures import views
from measures.editing import views as editing
from measures.importing import views as importing

app_name = "measures"
urlpatterns = [
    path("<int:year>/", views.measure_list, name="list"),
    path("<int:year>/import/", importing.choose_document, name="import"),
    path("<int:year>/import/<int:pk>/", importing.decide, name="import_decide"),
    path("<int:year>/import/<int:pk>/measures/", importing.become_measures, name="import_measures"),
    path("<int:year>/new/", editing.add, name="add"),
    path("<int:year>/order/", editing.arrange, name="arrange"),
    path("<int:year>/<int:number>/", views.measure, name="measure"),
    path("<int:year>/<int:number>/edit/", editing.edit, name="edit"),
    path("<int:year>/<int:number>/remove/", editing.remove, name="remove"),
    path("<int:year>/<int:number>/progress/", views.measure_record, name="record"),
    path("<int:year>/<int:number>/review/", views.measure_review, name="review"),
    path("<int:year>/<int:number>/comments/", views.measure_comment, name="comment"),
    path("<int:year>/<int:number>/evidence/", views.measure_attach, name="attach"),
]
