import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('measures', '0008_measures_of_rows'),
        ('tracking', '0003_every_row'),
    ]

    operations = [
        migrations.AlterField('responsibility', 'measure', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='responsibilities', to='measures.newmeasure', verbose_name='มาตรการ')),
        migrations.DeleteModel('ProgressUpdate'),
        migrations.DeleteModel('MeasureComment'),
        migrations.DeleteModel('MeasureDecision'),
        migrations.DeleteModel('MeasureChange'),
    ]
