import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Where items are once they are rows: see `tracking.0003_every_row`."""

    dependencies = [
        ('disclosures', '0007_evidence_of_tracking'),
        ('tracking', '0002_rows'),
    ]

    operations = [
        migrations.CreateModel(
            name='NewItem',
            fields=[
                ('row_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='tracking.row')),
                ('group', models.CharField(blank=True, max_length=200, verbose_name='กลุ่ม')),
                ('requirement', models.TextField(blank=True, verbose_name='สิ่งที่ต้องเปิดเผย')),
                ('data_year', models.CharField(blank=True, max_length=100, verbose_name='ข้อมูลของปี')),
                ('title_confidence', models.CharField(choices=[('confirmed', 'ตรวจกับคู่มือแล้ว'), ('partly', 'ตรวจกับคู่มือบางส่วน'), ('memory', 'ยังไม่ได้ตรวจกับคู่มือ')], default='memory', max_length=10, verbose_name='ความแน่นอนของชื่อ')),
                ('requirement_confidence', models.CharField(choices=[('confirmed', 'ตรวจกับคู่มือแล้ว'), ('partly', 'ตรวจกับคู่มือบางส่วน'), ('memory', 'ยังไม่ได้ตรวจกับคู่มือ')], default='memory', max_length=10, verbose_name='ความแน่นอนของรายละเอียด')),
                ('remark', models.CharField(blank=True, max_length=300, verbose_name='ข้อสังเกต')),
                ('is_applicable', models.BooleanField(default=True, verbose_name='ใช้กับหน่วยงานนี้')),
                ('not_applicable_reason', models.CharField(blank=True, max_length=300, verbose_name='เหตุผลที่ไม่ใช้')),
                ('indicator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='disclosures.indicator', verbose_name='ตัวชี้วัด')),
            ],
            options={
                'verbose_name': 'ข้อ O (OIT)',
                'verbose_name_plural': 'ข้อ O (OIT)',
                'ordering': ['ita_round', 'number'],
                'constraints': [models.CheckConstraint(condition=models.Q(('is_applicable', True), models.Q(('not_applicable_reason', ''), _negated=True), _connector='OR'), name='inapplicable_item_has_a_reason', violation_error_message='โปรดระบุเหตุผลที่ข้อนี้ไม่ใช้กับหน่วยงาน')],
            },
            bases=('tracking.row',),
        ),
    ]
