from django.contrib import admin

from organizations.admin import ReadOnlyHistory
from reports.models import MeasureRemark, ReportWording, TypedIn, WordingChange, WordTemplate


@admin.register(ReportWording)
class ReportWordingAdmin(admin.ModelAdmin):
    list_display = ["ita_round", "item_style", "orientation", "eit_url"]
    list_filter = ["item_style", "orientation"]
    list_select_related = ["ita_round__organization"]
    search_fields = ["ita_round__organization__name", "eit_url"]
    raw_id_fields = ["ita_round"]


@admin.register(MeasureRemark)
class MeasureRemarkAdmin(ReadOnlyHistory, admin.ModelAdmin):
    list_display = ["at", "measure", "version", "by"]
    list_filter = ["measure__ita_round"]
    list_select_related = ["measure", "by"]
    search_fields = ["obstacles", "suggestions", "remark", "measure__title"]
    date_hierarchy = "at"


@admin.register(TypedIn)
class TypedInAdmin(ReadOnlyHistory, admin.ModelAdmin):
    list_display = ["at", "item", "by"]
    list_filter = ["item__ita_round"]
    list_select_related = ["item", "by"]
    search_fields = ["item__title"]


@admin.register(WordingChange)
class WordingChangeAdmin(ReadOnlyHistory, admin.ModelAdmin):
    list_display = ["at", "wording", "what", "by"]
    list_filter = ["wording__ita_round"]
    list_select_related = ["wording__ita_round__organization", "by"]
    date_hierarchy = "at"


@admin.register(WordTemplate)
class WordTemplateAdmin(ReadOnlyHistory, admin.ModelAdmin):
    """The operator sees that there is one and whose it is; what is in it is the office's."""

    list_display = ["organization", "name", "by", "at"]
    list_select_related = ["organization", "by"]
    search_fields = ["name"]
    fields = ["organization", "name", "by", "at"]
