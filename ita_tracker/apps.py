from django.apps import AppConfig


class ItaTrackerConfig(AppConfig):
    name = "ita_tracker"
    verbose_name = "ระบบติดตามมาตรการ ITA"
