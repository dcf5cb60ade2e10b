import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('reports', '0015_remarks_of_no_measure'),
        ('disclosures', '0008_items_of_rows'),
        ('tracking', '0003_every_row'),
    ]

    operations = [
        migrations.AlterField('measureremark', 'measure', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='remarks', to='measures.newmeasure', verbose_name='มาตรการ')),
        migrations.AlterField('typedin', 'item', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='typed_in', to='disclosures.newitem', verbose_name='ข้อ O')),
    ]
