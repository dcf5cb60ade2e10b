from django.urls import path, register_converter

from issuing import report_views, views
from issuing.models import FileKind


class FileKindConverter:
    regex = "|".join(FileKind.values)

    def to_python(self, value: str) -> FileKind:
        return FileKind(value)

    def to_url(self, value: FileKind) -> str:
        return str(value)


register_converter(FileKindConverter, "file_kind")

app_name = "issuing"
urlpatterns = [
    path("<int:year>/progress/", report_views.progress, name="progress"),
    path("<int:year>/propose/", views.new_proposal, name="propose"),
    path("<int:year>/proposals/<int:pk>/", views.proposal, name="proposal"),
    path("<int:year>/proposals/<int:pk>/report.pdf", views.proposal_pdf, name="proposal_pdf"),
    path("<int:year>/proposals/<int:pk>/approve/", views.proposal_approve, name="approve"),
    path("<int:year>/proposals/<int:pk>/return/", views.proposal_return, name="return"),
    path("<int:year>/proposals/<int:pk>/withdraw/", views.proposal_withdraw, name="withdraw"),
    path("<int:year>/issued/", views.issued_list, name="issued_list"),
    path("<int:year>/issued/<int:pk>/", views.issued, name="issued"),
    path("<int:year>/issued/<int:pk>/changes/", views.issued_changes, name="issued_changes"),
    path("<int:year>/issued/<int:pk>/publish/", views.issued_publish, name="issued_publish"),
    path("<int:year>/issued/<int:pk>/<file_kind:kind>/", views.issued_file, name="issued_file"),
]
