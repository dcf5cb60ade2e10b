import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Where measures are once they are rows: see `tracking.0003_every_row`.

    They get other numbers there, so that who does them refers to nothing for as long.
    """

    dependencies = [
        ('measures', '0007_evidence_of_tracking'),
        ('disclosures', '0008_items_of_rows'),
        ('tracking', '0002_rows'),
    ]

    operations = [
        migrations.CreateModel(
            name='NewMeasure',
            fields=[
                ('row_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='tracking.row')),
                ('aims', models.TextField(blank=True, help_text='บรรทัดละหนึ่งเป้าหมาย', verbose_name='เป้าหมาย')),
                ('method', models.TextField(blank=True, help_text='หลายวิธีให้ขึ้นบรรทัดใหม่ พิมพ์เป็นรายการในรายงาน', verbose_name='วิธีการดำเนินการ')),
                ('first_month', models.DateField(blank=True, null=True, verbose_name='เดือนแรก')),
                ('last_month', models.DateField(blank=True, null=True, verbose_name='เดือนสุดท้าย')),
                ('imported_cells', models.JSONField(blank=True, default=dict, editable=False, verbose_name='ข้อความในเอกสารที่นำเข้า')),
                ('items', models.ManyToManyField(blank=True, related_name='measures', to='disclosures.newitem', verbose_name='ข้อ O ที่เกี่ยวข้อง')),
            ],
            options={
                'verbose_name': 'มาตรการ',
                'verbose_name_plural': 'มาตรการ',
                'ordering': ['ita_round', 'number'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('first_month__isnull', True), ('last_month__isnull', True)), ('first_month__lte', models.F('last_month')), _connector='OR'), name='measure_months_in_order', violation_error_message='โปรดระบุทั้งสองเดือน โดยเดือนแรกไม่หลังเดือนสุดท้าย')],
            },
            bases=('tracking.row',),
        ),
        migrations.AlterField('responsibility', 'measure', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='responsibilities', to='measures.measure', verbose_name='มาตรการ')),
    ]
