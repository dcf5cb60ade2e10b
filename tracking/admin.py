from django.contrib import admin

from organizations.admin import LabelledTable, ReadOnlyHistory
from tracking.models import Change, Comment, Decision, Entry, Evidence, Row


class EntryInline(ReadOnlyHistory, LabelledTable):
    model = Entry
    fields = ["at", "by", "unit", "old_status", "status", "note"]


@admin.register(Row)
class RowAdmin(ReadOnlyHistory, admin.ModelAdmin):
    """Items and measures together, to look at: each is changed under its own kind."""

    view_on_site = False
    list_display = ["__str__", "kind", "status", "agreed_due", "ita_round"]
    list_filter = ["kind", "status", "ita_round"]
    list_select_related = ["ita_round__organization"]
    search_fields = ["number", "title"]


@admin.register(Entry)
class EntryAdmin(ReadOnlyHistory, admin.ModelAdmin):
    list_display = ["at", "row", "unit", "by", "old_status", "status"]
    list_filter = ["status", "row__kind", "row__ita_round"]
    list_select_related = ["row", "unit", "by"]
    search_fields = ["note", "row__title", "unit__name"]
    date_hierarchy = "at"


@admin.register(Decision)
class DecisionAdmin(ReadOnlyHistory, admin.ModelAdmin):
    list_display = ["at", "row", "by", "text", "new_due", "given_to"]
    list_filter = ["row__kind", "row__ita_round"]
    list_select_related = ["row", "by", "given_to"]
    search_fields = ["text", "row__title"]
    date_hierarchy = "at"


@admin.register(Comment)
class CommentAdmin(ReadOnlyHistory, admin.ModelAdmin):
    list_display = ["at", "row", "by", "text"]
    list_filter = ["row__kind", "row__ita_round"]
    list_select_related = ["row", "by"]
    search_fields = ["text", "row__title"]
    date_hierarchy = "at"


@admin.register(Change)
class ChangeAdmin(ReadOnlyHistory, admin.ModelAdmin):
    list_display = ["at", "kind", "number", "what_in_words", "old", "new", "by"]
    list_filter = ["kind", "what", "ita_round"]
    list_select_related = ["by"]
    search_fields = ["row__title", "old", "new"]
    date_hierarchy = "at"

    @admin.display(description="เรื่อง", ordering="what")
    def what_in_words(self, change: Change) -> str:
        return change.get_what_display()


@admin.register(Evidence)
class EvidenceAdmin(ReadOnlyHistory, admin.ModelAdmin):
    """The operator sees that a file is there and whose it is; what is in it is the office's."""

    list_display = ["__str__", "organization", "size_text", "is_held", "by", "at"]
    list_filter = ["organization"]
    list_select_related = ["organization", "by"]
    search_fields = ["title", "url", "sha256"]
    fields = ["organization", "title", "url", "stored_as", "size_text", "sha256"]
    fields += ["version", "replaces", "held_for", "by", "at"]

    @admin.display(description="ไฟล์")
    def stored_as(self, piece: Evidence) -> str | None:
        """Its name, where the field itself would be a link that leads nowhere."""
        return piece.file.name

    @admin.display(description="ขนาด")
    def size_text(self, piece: Evidence) -> str:
        return piece.size_text if piece.file else ""

    @admin.display(description="รอบันทึก", boolean=True)
    def is_held(self, piece: Evidence) -> bool:
        return piece.is_held
