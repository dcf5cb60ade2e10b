import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organizations', '0014_open_years_have_no_closing_day'),
        ('tracking', '0001_evidence'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Row',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agreed_due', models.DateField(blank=True, editable=False, null=True, verbose_name='กำหนดส่งที่ตกลง')),
                ('kind', models.CharField(choices=[('item', 'ข้อ O'), ('measure', 'มาตรการ')], editable=False, max_length=10, verbose_name='ประเภท')),
                ('number', models.PositiveSmallIntegerField(verbose_name='ลำดับ')),
                ('title', models.CharField(max_length=300, verbose_name='ชื่อ')),
                ('status', models.CharField(choices=[('todo', 'ยังไม่ดำเนินการ'), ('doing', 'อยู่ระหว่างดำเนินการ'), ('review', 'แล้วเสร็จ รอตรวจ'), ('accepted', 'ตรวจรับแล้ว'), ('returned', 'ส่งกลับแก้ไข')], default='todo', editable=False, max_length=10, verbose_name='สถานะ')),
                ('ita_round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='organizations.round', verbose_name='ปีงบประมาณ')),
            ],
            options={
                'verbose_name': 'รายการที่ติดตาม',
                'verbose_name_plural': 'รายการที่ติดตาม',
                'ordering': ['ita_round', 'kind', 'number'],
            },
        ),
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(verbose_name='เมื่อ')),
                ('version', models.PositiveIntegerField(verbose_name='ฉบับที่')),
                ('old_status', models.CharField(choices=[('todo', 'ยังไม่ดำเนินการ'), ('doing', 'อยู่ระหว่างดำเนินการ'), ('review', 'แล้วเสร็จ รอตรวจ'), ('accepted', 'ตรวจรับแล้ว'), ('returned', 'ส่งกลับแก้ไข')], max_length=10, verbose_name='สถานะเดิม')),
                ('status', models.CharField(choices=[('todo', 'ยังไม่ดำเนินการ'), ('doing', 'อยู่ระหว่างดำเนินการ'), ('review', 'แล้วเสร็จ รอตรวจ'), ('accepted', 'ตรวจรับแล้ว'), ('returned', 'ส่งกลับแก้ไข')], max_length=10, verbose_name='สถานะ')),
                ('note', models.TextField(blank=True, verbose_name='ผลการดำเนินการ')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ผู้บันทึก')),
                ('evidence', models.ManyToManyField(blank=True, related_name='entries', to='tracking.evidence', verbose_name='หลักฐาน')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.unit', verbose_name='ในนามส่วนราชการ')),
                ('row', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='tracking.row', verbose_name='รายการที่ติดตาม')),
            ],
            options={
                'verbose_name': 'ประวัติการรายงาน',
                'verbose_name_plural': 'ประวัติการรายงาน',
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(verbose_name='เมื่อ')),
                ('text', models.TextField(blank=True, verbose_name='มติ')),
                ('old_due', models.DateField(blank=True, null=True, verbose_name='กำหนดส่งเดิม')),
                ('new_due', models.DateField(blank=True, null=True, verbose_name='กำหนดส่งที่ตกลง')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ผู้บันทึก')),
                ('given_to', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.unit', verbose_name='มอบให้')),
                ('taken_from', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.unit', verbose_name='รับจาก')),
                ('row', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='tracking.row', verbose_name='รายการที่ติดตาม')),
            ],
            options={
                'verbose_name': 'มติที่ประชุม',
                'verbose_name_plural': 'มติที่ประชุม',
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(verbose_name='เมื่อ')),
                ('text', models.TextField(verbose_name='ความเห็น')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ผู้เขียน')),
                ('mentions', models.ManyToManyField(blank=True, related_name='+', to='organizations.unit', verbose_name='ส่วนราชการที่กล่าวถึง')),
                ('row', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='comments', to='tracking.row', verbose_name='รายการที่ติดตาม')),
            ],
            options={
                'verbose_name': 'ความเห็น',
                'verbose_name_plural': 'ความเห็น',
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Change',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='เมื่อ')),
                ('old', models.TextField(blank=True, verbose_name='เดิม')),
                ('new', models.TextField(blank=True, verbose_name='เป็น')),
                ('kind', models.CharField(choices=[('item', 'ข้อ O'), ('measure', 'มาตรการ')], max_length=10, verbose_name='ประเภท')),
                ('number', models.PositiveSmallIntegerField(verbose_name='ลำดับขณะนั้น')),
                ('what', models.CharField(max_length=12, verbose_name='เรื่อง')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ผู้แก้ไข')),
                ('ita_round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='row_changes', to='organizations.round', verbose_name='ปีงบประมาณ')),
                ('row', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='changes', to='tracking.row', verbose_name='รายการที่ติดตาม')),
            ],
            options={
                'verbose_name': 'ประวัติการแก้ไขรายการ',
                'verbose_name_plural': 'ประวัติการแก้ไขรายการ',
                'ordering': ['-pk'],
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='row',
            constraint=models.UniqueConstraint(fields=('ita_round', 'kind', 'number'), name='row_once_a_round', violation_error_message='มีลำดับนี้ในปีงบประมาณนี้อยู่แล้ว'),
        ),
        migrations.AddConstraint(
            model_name='entry',
            constraint=models.UniqueConstraint(fields=('row', 'unit', 'version'), name='entry_version_once'),
        ),
    ]
