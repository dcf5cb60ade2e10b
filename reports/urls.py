from django.urls import include, path

from reports import views
from reports.editing import remarks
from reports.editing import views as editing
from reports.itas import views as itas

app_name = "reports"
urlpatterns = [
    path("<int:year>/itas/", itas.itas, name="itas"),
    path("<int:year>/itas.xlsx", itas.itas_sheet, name="itas_sheet"),
    path("<int:year>/progress.pdf", views.progress_pdf, name="progress_pdf"),
    path("<int:year>/progress/wording/", editing.wording, name="wording"),
    path("<int:year>/progress/remarks/", remarks.remarks, name="remarks"),
    path("<int:year>/progress/remarks/<int:number>/", remarks.remark, name="remark"),
    path("", include("reports.printing.urls")),
    path("", include("reports.files.urls")),
]
