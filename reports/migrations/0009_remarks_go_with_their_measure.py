import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('measures', '0005_changes_of_measures'),
        ('reports', '0008_signatories_and_photos'),
    ]

    operations = [
        migrations.AlterField(
            model_name='measureremark',
            name='measure',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='remarks', to='measures.measure', verbose_name='มาตรการ'),
        ),
    ]
