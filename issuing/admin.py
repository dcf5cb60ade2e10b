from django.contrib import admin

from issuing.models import IssuedFile, IssuedReport, Proposal, ProposalDecision, Publication
from organizations.admin import ReadOnlyHistory


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
