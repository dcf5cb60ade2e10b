from django.db import migrations, models

import reports.models.layout


class Migration(migrations.Migration):

    dependencies = [
        ('reports', '0002_measure_remarks'),
    ]

    operations = [
        migrations.AddField(
            model_name='reportwording',
            name='columns',
            field=models.JSONField(default=reports.models.layout.usual_columns, validators=[reports.models.layout.validate_columns], verbose_name='คอลัมน์'),
        ),
    ]
