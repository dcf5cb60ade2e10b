from django.urls import path

from disclosures import views

app_name = "disclosures"
urlpatterns = [
    path("<int:year>/", views.item_list, name="list"),
    path("<int:year>/<int:number>/", views.item, name="item"),
    path("<int:year>/<int:number>/edit/", views.item_edit, name="edit"),
    path("<int:year>/<int:number>/progress/", views.item_record, name="record"),
    path("<int:year>/<int:number>/review/", views.item_review, name="review"),
    path("<int:year>/<int:number>/comments/", views.item_comment, name="comment"),
    path("<int:year>/<int:number>/evidence/", views.item_attach, name="attach"),
]
