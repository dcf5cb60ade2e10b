from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone

from disclosures.actions import copy_catalogue
from disclosures.catalogue import editions
from disclosures.models import AssignmentChange, DisclosureItem, Indicator, ItemAssignment
from organizations.admin import LabelledTable, OwnUnits, ReadOnlyHistory, RefreshesStatus
from organizations.models import Round, RoundStep
from tracking.admin import EntryInline


class ItemAssignmentInline(OwnUnits, LabelledTable):
    model = ItemAssignment
    extra = 1


@admin.register(DisclosureItem)
class DisclosureItemAdmin(admin.ModelAdmin):
    view_on_site = False
    list_display = ["code", "title", "indicator", "status", "title_confidence", "ita_round"]
    list_display_links = ["code", "title"]
    list_filter = ["status", "title_confidence", "is_applicable", "ita_round"]
    list_select_related = ["indicator", "ita_round__organization"]
    search_fields = ["number", "title", "requirement"]
    raw_id_fields = ["ita_round", "indicator"]
    readonly_fields = ["status"]
    inlines = [ItemAssignmentInline, EntryInline]

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        form.instance.refresh_status()


@admin.register(Indicator)
class IndicatorAdmin(admin.ModelAdmin):
    list_display = ["code", "title", "ita_round", "position"]
    list_filter = ["ita_round"]
    list_select_related = ["ita_round__organization"]
    search_fields = ["code", "title"]
    raw_id_fields = ["ita_round"]


@admin.register(ItemAssignment)
class ItemAssignmentAdmin(RefreshesStatus, admin.ModelAdmin):
    tracked = "item"
    list_display = ["item", "unit", "is_lead", "label"]
    list_filter = ["is_lead", "item__ita_round"]
    list_select_related = ["item", "unit"]
    search_fields = ["item__number", "item__title", "unit__name", "label"]
    raw_id_fields = ["item", "unit"]


@admin.register(Round)
class RoundAdmin(admin.ModelAdmin):
    """A round added here gets the items of its edition, which it then keeps."""

    view_on_site = False
    list_display = ["be_year", "organization", "edition", "is_started", "is_open", "disclosure_due"]
    list_filter = ["is_open", "is_started", "be_year", "organization"]
    list_select_related = ["organization"]
    search_fields = ["be_year", "organization__name"]
    raw_id_fields = ["organization"]
    fields = ["organization", "be_year", "edition", "disclosure_due", "is_started", "is_open"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """An office starts and closes its years itself, so that history tells who and why."""
        own = ["is_started", "is_open"]
        return ["organization", "be_year", "edition", *own] if obj else own

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "edition":
            known = sorted(editions(), reverse=True)
            return forms.TypedChoiceField(
                label=db_field.verbose_name,
                help_text=db_field.help_text,
                choices=[(year, year) for year in known],
                coerce=int,
            )
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if not change:
            copy_catalogue(obj)
            obj.changes.create(step=RoundStep.OPENED, by=request.user, at=timezone.now())


@admin.register(AssignmentChange)
class AssignmentChangeAdmin(ReadOnlyHistory, admin.ModelAdmin):
    list_display = ["at", "item", "unit", "old", "new", "by"]
    list_filter = ["new", "item__ita_round"]
    list_select_related = ["item", "unit", "by"]
    search_fields = ["item__title", "unit__name"]
    date_hierarchy = "at"
