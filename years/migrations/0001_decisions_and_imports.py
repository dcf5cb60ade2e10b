import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from organizations.moving_tables import rename_tables


class Migration(migrations.Migration):

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        ('organizations', '0014_open_years_have_no_closing_day'),
        ('reports', '0013_own_word_template'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=rename_tables('reports', 'years', 'carrydecision', 'yearimport'),
            state_operations=[
                migrations.CreateModel(
                    name='CarryDecision',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('dropped', 'ไม่มีในฉบับใหม่'), ('merged', 'รวมจากหลายข้อ'), ('new', 'ข้อใหม่'), ('kept', 'ยกมาตรงตัว')], max_length=10, verbose_name='เรื่อง')),
                        ('number', models.PositiveSmallIntegerField(verbose_name='ข้อ')),
                        ('moved_to', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='ยกไปข้อ')),
                        ('at', models.DateTimeField(verbose_name='เมื่อ')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ผู้ตัดสิน')),
                        ('ita_round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='carry_decisions', to='organizations.round', verbose_name='ปีงบประมาณ')),
                    ],
                    options={
                        'verbose_name': 'การตัดสินเรื่องที่ยกมา',
                        'verbose_name_plural': 'การตัดสินเรื่องที่ยกมา',
                        'ordering': ['-at', '-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='YearImport',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='เมื่อ')),
                        ('name', models.CharField(max_length=255, verbose_name='ชื่อไฟล์')),
                        ('sha256', models.CharField(max_length=64, verbose_name='SHA-256')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ผู้นำเข้า')),
                        ('ita_round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='year_imports', to='organizations.round', verbose_name='ปีงบประมาณ')),
                    ],
                    options={
                        'verbose_name': 'การนำเข้าทั้งปี',
                        'verbose_name_plural': 'การนำเข้าทั้งปี',
                        'ordering': ['-pk'],
                    },
                ),
            ],
        ),
    ]
