import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organizations', '0008_a_year_is_prepared_first'),
    ]

    operations = [
        migrations.AddField(
            model_name='round',
            name='opened_from',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organizations.round', verbose_name='ยกมาจาก'),
        ),
    ]
