import django.db.models.deletion
import issuing.models.issued
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
            database_operations=rename_tables('reports', 'issuing', 'issuedreport', 'proposal', 'proposaldecision', 'publication', 'issuedfile'),
            state_operations=[
                migrations.CreateModel(
                    name='IssuedReport',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('year', models.PositiveSmallIntegerField(verbose_name='ปีที่ออก (พ.ศ.)')),
                        ('number', models.PositiveIntegerField(verbose_name='เลขที่')),
                        ('issued_on', models.DateField(verbose_name='วันที่ออก')),
                        ('title', models.TextField(verbose_name='ชื่อรายงาน')),
                        ('at', models.DateTimeField(verbose_name='ออกเมื่อ')),
                        ('code', models.CharField(default=issuing.models.issued.new_code, max_length=22, unique=True, verbose_name='รหัสตรวจสอบ')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ผู้อนุมัติ')),
                        ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='issued_reports', to='organizations.organization', verbose_name='หน่วยงาน')),
                        ('supersedes', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='issuing.issuedreport', verbose_name='แทนฉบับ')),
                    ],
                    options={
                        'verbose_name': 'รายงานที่ออกแล้ว',
                        'verbose_name_plural': 'รายงานที่ออกแล้ว',
                        'ordering': ['-year', '-number'],
                    },
                ),
                migrations.CreateModel(
                    name='Proposal',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField(verbose_name='เสนอเมื่อ')),
                        ('title', models.TextField(verbose_name='ชื่อรายงาน')),
                        ('note', models.TextField(blank=True, verbose_name='เรียนผู้บริหาร')),
                        ('verdict', models.TextField(verbose_name='ผลการตรวจความพร้อม')),
                        ('open_errors', models.TextField(blank=True, verbose_name='เรื่องที่ยังต้องแก้')),
                        ('reason', models.TextField(blank=True, verbose_name='เหตุผลที่เสนอทั้งที่ยังมีเรื่องต้องแก้')),
                        ('page', models.TextField(verbose_name='หน้ารายงานที่เสนอ')),
                        ('value', models.JSONField(verbose_name='ข้อมูลในรายงานที่เสนอ')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ผู้เสนอ')),
                        ('ita_round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='organizations.round', verbose_name='ปีงบประมาณ')),
                        ('replaces', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='issuing.issuedreport', verbose_name='ออกแทนฉบับ')),
                    ],
                    options={
                        'verbose_name': 'เรื่องเสนอขออนุมัติรายงาน',
                        'verbose_name_plural': 'เรื่องเสนอขออนุมัติรายงาน',
                        'ordering': ['-at', '-pk'],
                    },
                ),
                migrations.AddField(
                    model_name='issuedreport',
                    name='proposal',
                    field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='issued', to='issuing.proposal', verbose_name='เรื่องที่เสนอ'),
                ),
                migrations.CreateModel(
                    name='ProposalDecision',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField(verbose_name='พิจารณาเมื่อ')),
                        ('verdict', models.CharField(choices=[('approved', 'อนุมัติแล้ว'), ('returned', 'ส่งคืนให้แก้ไข'), ('withdrawn', 'ผู้เสนอถอนเรื่อง')], max_length=10, verbose_name='ผลการพิจารณา')),
                        ('reason', models.TextField(blank=True, verbose_name='เหตุผล')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ผู้พิจารณา')),
                        ('proposal', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='decision', to='issuing.proposal', verbose_name='เรื่องที่เสนอ')),
                    ],
                    options={
                        'verbose_name': 'ผลการพิจารณารายงาน',
                        'verbose_name_plural': 'ผลการพิจารณารายงาน',
                        'ordering': ['-at', '-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Publication',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField(verbose_name='เมื่อ')),
                        ('is_public', models.BooleanField(verbose_name='เผยแพร่')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ผู้เผยแพร่')),
                        ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='publications', to='issuing.issuedreport', verbose_name='รายงาน')),
                    ],
                    options={
                        'verbose_name': 'การเผยแพร่รายงาน',
                        'verbose_name_plural': 'การเผยแพร่รายงาน',
                        'ordering': ['-at', '-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='IssuedFile',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('html', 'เว็บเพจ (HTML)'), ('pdf', 'PDF'), ('archive', 'PDF/A-3u สำหรับเก็บถาวร')], max_length=10, verbose_name='ชนิด')),
                        ('content', models.BinaryField(verbose_name='เนื้อไฟล์')),
                        ('sha256', models.CharField(db_index=True, max_length=64, verbose_name='SHA-256')),
                        ('size', models.PositiveIntegerField(verbose_name='ขนาด (ไบต์)')),
                        ('at', models.DateTimeField(verbose_name='เก็บเมื่อ')),
                        ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='issuing.issuedreport', verbose_name='รายงาน')),
                    ],
                    options={
                        'verbose_name': 'ไฟล์ของรายงานที่ออกแล้ว',
                        'verbose_name_plural': 'ไฟล์ของรายงานที่ออกแล้ว',
                        'ordering': ['pk'],
                        'constraints': [models.UniqueConstraint(fields=('report', 'kind'), name='one_file_a_kind')],
                    },
                ),
                migrations.AddConstraint(
                    model_name='issuedreport',
                    constraint=models.UniqueConstraint(fields=('organization', 'year', 'number'), name='one_report_a_number'),
                ),
            ],
        ),
    ]
