from django.db import migrations, models
from django.utils import timezone


def fill_closed_on(apps, schema_editor):
    """Closed years of before: the day of their last closing, as their history has it."""
    for ita_round in apps.get_model("organizations", "Round").objects.filter(is_open=False):
        closing = ita_round.changes.filter(step="closed").order_by("at", "pk").last()
        if closing:
            ita_round.closed_on = timezone.localdate(closing.at)
            ita_round.save(update_fields=["closed_on"])


class Migration(migrations.Migration):
    dependencies = [("organizations", "0012_notices_of_approval")]

    operations = [
        migrations.AddField(
            model_name="round",
            name="closed_on",
            field=models.DateField(
                blank=True, editable=False, null=True, verbose_name="ปิดเมื่อวันที่"
            ),
        ),
        migrations.RunPython(fill_closed_on, migrations.RunPython.noop),
    ]
