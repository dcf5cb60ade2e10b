from importlib import import_module

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "reports"
    verbose_name = "รายงาน"

    def ready(self) -> None:
        """The columns stand above the models, which ask what columns there are."""
        import_module("reports.progress_report.cells")
