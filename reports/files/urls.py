from django.urls import path

from reports.files import views
from reports.files.own import views as own

urlpatterns = [
    path("<int:year>/progress.docx", views.progress_word, name="progress_word"),
    path("<int:year>/progress.xlsx", views.progress_excel, name="progress_excel"),
    path("<int:year>/progress-own.docx", own.progress_own, name="progress_own"),
    path("<int:year>/word-template/", own.word_template, name="word_template"),
    path("<int:year>/word-template/sample.docx", own.word_sample, name="word_sample"),
]
