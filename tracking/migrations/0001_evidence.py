import django.db.models.deletion
import django.utils.timezone
import tracking.models.evidence
from django.conf import settings
from django.db import migrations, models

from organizations.moving_tables import rename_tables


class Migration(migrations.Migration):

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        ('organizations', '0014_open_years_have_no_closing_day'),
        ('disclosures', '0006_moments_as_they_were'),
        ('measures', '0006_documents_of_another_year'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=rename_tables('disclosures', 'tracking', 'evidence'),
            state_operations=[
                migrations.CreateModel(
                    name='Evidence',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('title', models.CharField(blank=True, max_length=300, verbose_name='ชื่อหลักฐาน')),
                        ('url', models.URLField(blank=True, max_length=2000, verbose_name='ลิงก์')),
                        ('file', models.FileField(blank=True, max_length=120, upload_to=tracking.models.evidence.stored_under_a_uuid, verbose_name='ไฟล์')),
                        ('sha256', models.CharField(blank=True, max_length=64, verbose_name='SHA-256')),
                        ('size', models.PositiveBigIntegerField(default=0, verbose_name='ขนาด (ไบต์)')),
                        ('preview', models.FileField(blank=True, max_length=120, upload_to=tracking.models.evidence.stored_under_a_uuid, verbose_name='ภาพย่อ')),
                        ('version', models.PositiveSmallIntegerField(default=1, verbose_name='ฉบับที่')),
                        ('held_for', models.CharField(blank=True, help_text='แบบฟอร์มที่แนบไว้และยังไม่ได้บันทึก ว่างเมื่ออยู่ในประวัติแล้ว', max_length=100, verbose_name='แนบไว้รอบันทึก')),
                        ('at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='เมื่อ')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ผู้แนบ')),
                        ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='evidence', to='organizations.organization', verbose_name='หน่วยงาน')),
                        ('replaces', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='tracking.evidence', verbose_name='แทนฉบับ')),
                    ],
                    options={
                        'verbose_name': 'หลักฐาน',
                        'verbose_name_plural': 'หลักฐาน',
                        'ordering': ['pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('url', ''), ('file', ''), _connector='XOR'), name='evidence_is_a_link_or_a_file', violation_error_message='หลักฐานต้องเป็นลิงก์หรือไฟล์อย่างใดอย่างหนึ่ง')],
                    },
                ),
            ],
        ),
    ]
