from django.urls import path

from reports.forms import views

urlpatterns = [
    path("<int:year>/progress.docx", views.progress_word, name="progress_word"),
    path("<int:year>/progress.xlsx", views.progress_excel, name="progress_excel"),
]
