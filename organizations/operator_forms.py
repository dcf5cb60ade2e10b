"""What the operator fills in in Django admin."""

from django import forms
from django.core.exceptions import ValidationError

from organizations.founding import NAME_TAKEN
from organizations.models import Organization, User
from organizations.models.account import USERNAME_TAKEN


class FoundingForm(forms.ModelForm):
    """An organization with its first admin, who makes all other accounts."""

    admin_name = forms.CharField(
        label="ชื่อและนามสกุลผู้ดูแลระบบคนแรก", max_length=200, help_text="เช่น นางสาวสมศรี ใจงาม"
    )
    admin_username = forms.CharField(
        label="ชื่อผู้ใช้ของผู้ดูแลระบบคนแรก",
        max_length=150,
        validators=User._meta.get_field("username").validators,
        help_text="ระบบออกรหัสผ่านครั้งเดียวให้เมื่อบันทึก",
    )

    class Meta:
        model = Organization
        fields = ("name", "short_name", "slug", "evidence_quota")

    def clean_name(self) -> str:
        if Organization.objects.filter(name=self.cleaned_data["name"]).exists():
            raise ValidationError(NAME_TAKEN)
        return self.cleaned_data["name"]

    def clean_admin_username(self) -> str:
        if User.objects.filter(username__iexact=self.cleaned_data["admin_username"]).exists():
            raise ValidationError(USERNAME_TAKEN)
        return self.cleaned_data["admin_username"]
