from django.contrib import admin

from organizations.admin import ReadOnlyHistory
from reports.models import (
    CarryDecision,
    IssuedFile,
    IssuedReport,
    MeasureRemark,
    Proposal,
    ProposalDecision,
    Publication,
    ReportWording,
    TypedIn,
    WordingChange,
    WordTemplate,
    YearImport,
)


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


@admin.register(CarryDecision)
class CarryDecisionAdmin(ReadOnlyHistory, admin.ModelAdmin):
    list_display = ["at", "ita_round", "kind", "number", "said", "by"]
    list_filter = ["kind", "ita_round__organization"]
    list_select_related = ["ita_round__organization", "by"]
    search_fields = ["number", "by__username"]
    date_hierarchy = "at"

    @admin.display(description="ตัดสินว่า")
    def said(self, decision):
        return decision.said


@admin.register(TypedIn)
class TypedInAdmin(ReadOnlyHistory, admin.ModelAdmin):
    list_display = ["at", "item", "by"]
    list_filter = ["item__ita_round"]
    list_select_related = ["item", "by"]
    search_fields = ["item__title"]


@admin.register(Proposal)
class ProposalAdmin(ReadOnlyHistory, admin.ModelAdmin):
    list_display = ["at", "title", "by", "verdict"]
    list_filter = ["ita_round"]
    list_select_related = ["by"]
    search_fields = ["title", "note", "reason"]
    date_hierarchy = "at"
    exclude = ["page", "value"]


@admin.register(ProposalDecision)
class ProposalDecisionAdmin(ReadOnlyHistory, admin.ModelAdmin):
    list_display = ["at", "proposal", "verdict", "by"]
    list_filter = ["verdict", "proposal__ita_round"]
    list_select_related = ["proposal", "by"]
    search_fields = ["reason", "proposal__title"]
    date_hierarchy = "at"


@admin.register(IssuedReport)
class IssuedReportAdmin(ReadOnlyHistory, admin.ModelAdmin):
    view_on_site = False
    list_display = ["reference", "title", "issued_on", "organization", "by"]
    list_filter = ["organization", "year"]
    list_select_related = ["organization", "by"]
    search_fields = ["title", "code"]
    date_hierarchy = "issued_on"


@admin.register(IssuedFile)
class IssuedFileAdmin(ReadOnlyHistory, admin.ModelAdmin):
    list_display = ["report", "kind", "size", "sha256", "at"]
    list_filter = ["kind", "report__organization"]
    list_select_related = ["report"]
    search_fields = ["sha256", "report__title"]
    exclude = ["content"]


@admin.register(Publication)
class PublicationAdmin(ReadOnlyHistory, admin.ModelAdmin):
    list_display = ["at", "report", "is_public", "by"]
    list_filter = ["is_public", "report__organization"]
    list_select_related = ["report", "by"]
    search_fields = ["report__title"]
    date_hierarchy = "at"


@admin.register(WordingChange)
class WordingChangeAdmin(ReadOnlyHistory, admin.ModelAdmin):
    list_display = ["at", "wording", "what", "by"]
    list_filter = ["wording__ita_round"]
    list_select_related = ["wording__ita_round__organization", "by"]
    date_hierarchy = "at"


@admin.register(YearImport)
class YearImportAdmin(ReadOnlyHistory, admin.ModelAdmin):
    list_display = ["at", "ita_round", "name", "by"]
    list_filter = ["ita_round__organization"]
    list_select_related = ["ita_round__organization", "by"]
    search_fields = ["name", "sha256"]
    date_hierarchy = "at"


@admin.register(WordTemplate)
class WordTemplateAdmin(ReadOnlyHistory, admin.ModelAdmin):
    """The operator sees that there is one and whose it is; what is in it is the office's."""

    list_display = ["organization", "name", "by", "at"]
    list_select_related = ["organization", "by"]
    search_fields = ["name"]
    fields = ["organization", "name", "by", "at"]
