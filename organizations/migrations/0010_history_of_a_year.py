import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organizations', '0009_a_year_knows_where_it_came_from'),
    ]

    operations = [
        migrations.CreateModel(
            name='RoundChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('step', models.CharField(choices=[('opened', 'เปิดปี'), ('started', 'เริ่มปี'), ('closed', 'ปิดปี'), ('reopened', 'เปิดปีอีกครั้ง')], max_length=10, verbose_name='สิ่งที่ทำ')),
                ('at', models.DateTimeField(verbose_name='เมื่อ')),
                ('reason', models.TextField(blank=True, verbose_name='เหตุผล')),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ผู้ดำเนินการ')),
                ('ita_round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='organizations.round', verbose_name='ปีงบประมาณ')),
            ],
            options={
                'verbose_name': 'ประวัติปีงบประมาณ',
                'verbose_name_plural': 'ประวัติปีงบประมาณ',
                'ordering': ['-at', '-pk'],
            },
        ),
    ]
