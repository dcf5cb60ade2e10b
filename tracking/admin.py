from django.contrib import admin

from organizations.admin import ReadOnlyHistory
from tracking.models import Evidence


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
    def stored_as(self, piece):
        """Its name, where the field itself would be a link that leads nowhere."""
        return piece.file.name

    @admin.display(description="ขนาด")
    def size_text(self, piece):
        return piece.size_text if piece.file else ""

    @admin.display(description="รอบันทึก", boolean=True)
    def is_held(self, piece):
        return piece.is_held
