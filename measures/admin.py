from django.contrib import admin

from measures.models import Measure, ProgressUpdate, Responsibility
from organizations.admin import ReadOnlyHistory, RefreshesStatus


class ResponsibilityInline(admin.TabularInline):
    model = Responsibility
    extra = 1
    autocomplete_fields = ["unit"]


class ProgressUpdateInline(ReadOnlyHistory, admin.TabularInline):
    model = ProgressUpdate
    fields = ["at", "by", "unit", "old_status", "status", "note"]
    extra = 0


@admin.register(Measure)
class MeasureAdmin(admin.ModelAdmin):
    list_display = ["number", "title", "timeframe_in_words", "status", "ita_round"]
    list_display_links = ["number", "title"]
    list_filter = ["status", "ita_round"]
    list_select_related = ["ita_round__organization"]
    search_fields = ["title", "aims", "method"]
    autocomplete_fields = ["ita_round", "items"]
    readonly_fields = ["status"]
    inlines = [ResponsibilityInline, ProgressUpdateInline]

    @admin.display(description="ระยะเวลา", ordering="first_month")
    def timeframe_in_words(self, measure):
        return measure.timeframe

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        form.instance.refresh_status()


@admin.register(Responsibility)
class ResponsibilityAdmin(RefreshesStatus, admin.ModelAdmin):
    tracked = "measure"
    list_display = ["measure", "unit", "label"]
    list_filter = ["measure__ita_round"]
    list_select_related = ["measure", "unit"]
    search_fields = ["measure__title", "unit__name", "label"]
    autocomplete_fields = ["measure", "unit"]


@admin.register(ProgressUpdate)
class ProgressUpdateAdmin(ReadOnlyHistory, admin.ModelAdmin):
    list_display = ["at", "measure", "unit", "by", "old_status", "status"]
    list_filter = ["status", "measure__ita_round"]
    list_select_related = ["measure", "unit", "by"]
    search_fields = ["note", "measure__title", "unit__name"]
    date_hierarchy = "at"
