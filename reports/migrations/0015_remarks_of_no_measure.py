import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """While measures get other numbers: see `tracking.0003_every_row`."""

    dependencies = [
        ('reports', '0014_tables_of_issuing_and_years'),
        ('measures', '0008_measures_of_rows'),
    ]

    operations = [
        migrations.AlterField('measureremark', 'measure', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='remarks', to='measures.measure', verbose_name='มาตรการ')),
    ]
