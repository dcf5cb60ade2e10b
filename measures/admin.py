from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from disclosures.models import DisclosureItem
from measures.models import ImportedDocument, Measure, Responsibility
from organizations.admin import (
    LabelledTable,
    OwnUnits,
    ReadOnlyHistory,
    RefreshesStatus,
    opened,
)
from tracking.admin import EntryInline


class ResponsibilityInline(OwnUnits, LabelledTable):
    model = Responsibility
    extra = 1


@admin.register(Measure)
class MeasureAdmin(admin.ModelAdmin):
    view_on_site = False
    list_display = ["number", "title", "timeframe_in_words", "status", "ita_round"]
    list_display_links = ["number", "title"]
    list_filter = ["status", "ita_round"]
    list_select_related = ["ita_round__organization"]
    search_fields = ["title", "aims", "method"]
    raw_id_fields = ["ita_round"]
    readonly_fields = ["status"]
    inlines = [ResponsibilityInline, EntryInline]

    @admin.display(description="ระยะเวลา", ordering="first_month")
    def timeframe_in_words(self, measure: Measure) -> str:
        return measure.timeframe

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """A measure serves items of its own round."""
        if db_field.name == "items":
            measure = opened(request)
            kwargs["widget"] = forms.CheckboxSelectMultiple
            kwargs["queryset"] = DisclosureItem.objects.filter(
                ita_round__rows=measure
            ).select_related("ita_round")
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        form.instance.refresh_status()


@admin.register(Responsibility)
class ResponsibilityAdmin(RefreshesStatus, admin.ModelAdmin):
    tracked = "measure"
    list_display = ["measure", "unit", "label"]
    list_filter = ["measure__ita_round"]
    list_select_related = ["measure", "unit"]
    search_fields = ["measure__title", "unit__name", "label"]
    raw_id_fields = ["measure", "unit"]


@admin.register(ImportedDocument)
class ImportedDocumentAdmin(ReadOnlyHistory, admin.ModelAdmin):
    list_display = ["at", "name", "ita_round", "by", "imported_at"]
    list_filter = ["ita_round"]
    list_select_related = ["ita_round__organization", "by"]
    search_fields = ["name"]
    date_hierarchy = "at"
