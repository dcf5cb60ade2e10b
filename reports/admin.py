from django.contrib import admin

from reports.models import ReportWording


@admin.register(ReportWording)
class ReportWordingAdmin(admin.ModelAdmin):
    list_display = ["ita_round", "item_style", "orientation", "eit_url"]
    list_filter = ["item_style", "orientation"]
    list_select_related = ["ita_round__organization"]
    search_fields = ["ita_round__organization__name", "eit_url"]
    raw_id_fields = ["ita_round"]
