from django.contrib import admin

from organizations.admin import ReadOnlyHistory
from years.models import CarryDecision, YearImport


@admin.register(CarryDecision)
class CarryDecisionAdmin(ReadOnlyHistory, admin.ModelAdmin):
    list_display = ["at", "ita_round", "kind", "number", "said", "by"]
    list_filter = ["kind", "ita_round__organization"]
    list_select_related = ["ita_round__organization", "by"]
    search_fields = ["number", "by__username"]
    date_hierarchy = "at"

    @admin.display(description="ตัดสินว่า")
    def said(self, decision: CarryDecision) -> str:
        return decision.said


@admin.register(YearImport)
class YearImportAdmin(ReadOnlyHistory, admin.ModelAdmin):
    list_display = ["at", "ita_round", "name", "by"]
    list_filter = ["ita_round__organization"]
    list_select_related = ["ita_round__organization", "by"]
    search_fields = ["name", "sha256"]
    date_hierarchy = "at"
