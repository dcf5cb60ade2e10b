from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm, AdminUserCreationForm, UsernameField
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.forms import BaseInlineFormSet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from organizations.founding import appoint_first_admin
from organizations.models import (
    AccountChange,
    Notice,
    Organization,
    Round,
    RoundChange,
    Unit,
    UnitChange,
    User,
)
from organizations.operator_forms import FoundingForm
from organizations.signed_in import SignedInRequest

# Roles say who may what; Django's groups would be a second answer to the same question.
admin.site.unregister(Group)


def opened(request: HttpRequest) -> Any:
    """The id of the row whose page this is; None of one that is only being made."""
    found = request.resolver_match
    return found.kwargs.get("object_id") if found else None


class ReadOnlyHistory:
    """History can be looked at, never touched, not even by the operator."""

    def has_add_permission(self, *_args: object, **_kwargs: object) -> bool:
        return False

    def has_change_permission(self, *_args: object, **_kwargs: object) -> bool:
        return False

    def has_delete_permission(self, *_args: object, **_kwargs: object) -> bool:
        return False


class RefreshesStatus(admin.ModelAdmin):
    """A row's status depends on the units that answer for it; `tracked` names the row."""

    tracked: str

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        getattr(obj, self.tracked).refresh_status()

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        super().delete_model(request, obj)
        getattr(obj, self.tracked).refresh_status()

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:
        rows = {getattr(link, self.tracked) for link in queryset.select_related(self.tracked)}
        super().delete_queryset(request, queryset)
        for row in rows:
            row.refresh_status()


class LabelledTable(admin.TabularInline):
    """Rows in a table whose inputs say what they are: Django names only the columns."""

    extra = 0
    # The operator belongs to no office, so the pages of offices are closed to them.
    view_on_site = False

    def get_formset(
        self, request: HttpRequest, obj: Any = None, **kwargs: Any
    ) -> type[BaseInlineFormSet]:
        made: Any = super().get_formset(request, obj, **kwargs)

        class LabelledFormSet(made):
            def add_fields(self, form: Any, index: int | None) -> None:
                super().add_fields(form, index)
                for field in form.fields.values():
                    # A choice with "add another" beside it is wrapped.
                    widget = getattr(field.widget, "widget", field.widget)
                    widget.attrs["aria-label"] = field.label

        return LabelledFormSet


class OwnUnits(LabelledTable):
    """In a form about a round's row, the units to choose from are those of its organization."""

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "unit":
            row = self.parent_model._default_manager.filter(pk=opened(request))
            kwargs["queryset"] = Unit.objects.filter(
                organization__rounds__in=row.values("ita_round")
            )
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class UnitInline(LabelledTable):
    model = Unit
    fields = ["position", "name", "parent"]
    show_change_link = True

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """A unit stands under one of its own organization."""
        if db_field.name == "parent":
            kwargs["queryset"] = Unit.objects.filter(organization=opened(request))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class RoundInline(LabelledTable):
    model = Round
    fields = ["be_year", "edition", "is_started", "is_open", "disclosure_due"]
    readonly_fields = ["be_year", "edition", "is_started", "is_open"]
    can_delete = False
    show_change_link = True

    def has_add_permission(self, *_args: object) -> bool:
        """A round is not added here: it comes with its items, from its own page."""
        return False


@admin.register(Organization)
class OrganizationAdmin(admin.ModelAdmin):
    list_display = ["name", "short_name", "slug"]
    search_fields = ["name", "short_name", "slug"]
    inlines = [UnitInline, RoundInline]

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> type[forms.ModelForm]:
        if obj is None:
            kwargs["form"] = FoundingForm
        return super().get_form(request, obj, change, **kwargs)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return super().get_fields(request, obj) if obj else list(FoundingForm.base_fields)

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        return super().get_inlines(request, obj) if obj else []

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if not change:
            asked = form.cleaned_data
            obj.slip = appoint_first_admin(
                obj, name=asked["admin_name"], username=asked["admin_username"]
            )

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        """The password is told here, once."""
        context = self.admin_site.each_context(request)
        context |= {"slip": obj.slip, "title": f"สร้าง{obj.name}แล้ว"}
        return render(request, "admin/organizations/organization/founded.html", context)


@admin.register(Unit)
class UnitAdmin(admin.ModelAdmin):
    list_display = ["name", "parent", "organization", "position"]
    list_filter = ["organization"]
    list_select_related = ["parent", "organization"]
    search_fields = ["name"]
    raw_id_fields = ["organization", "parent"]
    # The operator belongs to no office, so the pages of offices are closed to them.
    view_on_site = False


class UserCreationForm(AdminUserCreationForm):
    """A superuser is made on the command line; whoever is made here belongs to an office, or
    supervises some.
    """

    usable_password = None  # type: ignore[assignment] # how Django has a field left out

    class Meta:
        model = User
        fields = ("username", "organization", "role")
        field_classes = {"username": UsernameField}


class PasswordChangeForm(AdminPasswordChangeForm):
    # Django has this sentence in English only.
    usable_password_help_text = mark_safe("ถ้าปิดการใช้รหัสผ่าน รหัสผ่านปัจจุบันของผู้ใช้นี้จะหายไป")


@admin.register(User)
class PersonAdmin(UserAdmin):
    add_form = UserCreationForm
    view_on_site = False
    change_password_form = PasswordChangeForm
    list_display = ["username", "get_full_name", "role", "organization", "is_active", "last_login"]
    list_filter = ["role", "is_active", "is_superuser", "organization"]
    list_select_related = ["organization"]
    search_fields = ["username", "first_name", "last_name", "email"]
    raw_id_fields = ["organization"]
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        ("บุคคล", {"fields": ["first_name", "last_name", "email"]}),
        ("หน้าที่", {"fields": ["organization", "role", "units", "supervised"]}),
        ("การเข้าใช้", {"fields": ["is_active", "is_staff", "is_superuser", "last_login"]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["username", "organization", "role", "password1", "password2"]})
    ]
    readonly_fields = ["last_login"]
    actions = ["drop_second_factor"]
    filter_horizontal = ["supervised"]

    @admin.action(description="ยกเลิกการยืนยันสองขั้น (โทรศัพท์หาย)", permissions=["change"])
    def drop_second_factor(self, request: SignedInRequest, people: QuerySet[User]) -> None:
        for person in people:
            person.drop_second_factor(by=request.user)
        self.message_user(request, f"ยกเลิกการยืนยันสองขั้นของ {len(people)} บัญชีแล้ว")

    @admin.display(description="ชื่อ-นามสกุล")
    def get_full_name(self, user: User) -> str:
        return user.get_full_name()

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """A person's units are those of their own organization."""
        if db_field.name == "units":
            kwargs["widget"] = forms.CheckboxSelectMultiple
            kwargs["queryset"] = Unit.objects.filter(organization__users=opened(request))
        return super().formfield_for_manytomany(db_field, request, **kwargs)


@admin.register(Notice)
class NoticeAdmin(ReadOnlyHistory, admin.ModelAdmin):
    list_display = ["at", "user", "kind", "title", "read_at", "mailed_on"]
    list_filter = ["kind", "user__organization"]
    list_select_related = ["user"]
    search_fields = ["title", "text", "user__username"]
    date_hierarchy = "at"


@admin.register(UnitChange)
class UnitChangeAdmin(ReadOnlyHistory, admin.ModelAdmin):
    list_display = ["at", "organization", "name", "step", "text", "by"]
    list_filter = ["step", "organization"]
    list_select_related = ["organization", "by"]
    search_fields = ["name", "text"]
    date_hierarchy = "at"


@admin.register(AccountChange)
class AccountChangeAdmin(ReadOnlyHistory, admin.ModelAdmin):
    list_display = ["at", "person", "step", "text", "by"]
    list_filter = ["step", "person__organization"]
    list_select_related = ["person", "by"]
    search_fields = ["person__username", "text"]
    date_hierarchy = "at"


@admin.register(RoundChange)
class RoundChangeAdmin(ReadOnlyHistory, admin.ModelAdmin):
    list_display = ["at", "ita_round", "step", "by", "reason"]
    list_filter = ["step", "ita_round__organization"]
    list_select_related = ["ita_round__organization", "by"]
    search_fields = ["reason", "by__username"]
    date_hierarchy = "at"
