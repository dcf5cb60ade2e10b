from django import forms
from django.contrib import admin

from disclosures.models import DisclosureItem
from measures.models import (
    ImportedDocument,
    Measure,
    MeasureChange,
    MeasureComment,
    MeasureDecision,
    ProgressUpdate,
    Responsibility,
)
from organizations.admin import LabelledTable, OwnUnits, ReadOnlyHistory, RefreshesStatus


class ResponsibilityInline(OwnUnits, LabelledTable):
    model = Responsibility
    extra = 1


class ProgressUpdateInline(ReadOnlyHistory, LabelledTable):
    model = ProgressUpdate
    fields = ["at", "by", "unit", "old_status", "status", "note"]


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
    inlines = [ResponsibilityInline, ProgressUpdateInline]

    @admin.display(description="ระยะเวลา", ordering="first_month")
    def timeframe_in_words(self, measure):
        return measure.timeframe

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        """A measure serves items of its own round."""
        if db_field.name == "items":
            measure = request.resolver_match.kwargs.get("object_id")
            kwargs["widget"] = forms.CheckboxSelectMultiple
            kwargs["queryset"] = DisclosureItem.objects.filter(
                ita_round__measures=measure
            ).select_related("ita_round")
        return super().formfield_for_manytomany(db_field, request, **kwargs)

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
    raw_id_fields = ["measure", "unit"]


@admin.register(ProgressUpdate)
class ProgressUpdateAdmin(ReadOnlyHistory, admin.ModelAdmin):
    list_display = ["at", "measure", "unit", "by", "old_status", "status"]
    list_filter = ["status", "measure__ita_round"]
    list_select_related = ["measure", "unit", "by"]
    search_fields = ["note", "measure__title", "unit__name"]
    date_hierarchy = "at"


@admin.register(MeasureDecision)
class MeasureDecisionAdmin(ReadOnlyHistory, admin.ModelAdmin):
    list_display = ["at", "measure", "by", "text", "new_due", "given_to"]
    list_filter = ["measure__ita_round"]
    list_select_related = ["measure", "by", "given_to"]
    search_fields = ["text", "measure__title"]
    date_hierarchy = "at"


@admin.register(MeasureComment)
class MeasureCommentAdmin(ReadOnlyHistory, admin.ModelAdmin):
    list_display = ["at", "measure", "by", "text"]
    list_filter = ["measure__ita_round"]
    list_select_related = ["measure", "by"]
    search_fields = ["text", "measure__title"]
    date_hierarchy = "at"


@admin.register(ImportedDocument)
class ImportedDocumentAdmin(ReadOnlyHistory, admin.ModelAdmin):
    list_display = ["at", "name", "ita_round", "by", "imported_at"]
    list_filter = ["ita_round"]
    list_select_related = ["ita_round__organization", "by"]
    search_fields = ["name"]
    date_hierarchy = "at"


@admin.register(MeasureChange)
class MeasureChangeAdmin(ReadOnlyHistory, admin.ModelAdmin):
    list_display = ["at", "number", "what", "old", "new", "by"]
    list_filter = ["what", "ita_round"]
    list_select_related = ["by"]
    search_fields = ["old", "new"]
    date_hierarchy = "at"
