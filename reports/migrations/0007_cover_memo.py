from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('reports', '0006_report_layout'),
    ]

    operations = [
        migrations.AddField(
            model_name='reportwording',
            name='memo_body',
            field=models.TextField(blank=True, help_text='บรรทัดละหนึ่งย่อหน้า', verbose_name='ข้อความในบันทึก'),
        ),
        migrations.AddField(
            model_name='reportwording',
            name='memo_date',
            field=models.CharField(blank=True, max_length=100, verbose_name='วันที่'),
        ),
        migrations.AddField(
            model_name='reportwording',
            name='memo_from',
            field=models.CharField(blank=True, max_length=300, verbose_name='ส่วนราชการ'),
        ),
        migrations.AddField(
            model_name='reportwording',
            name='memo_number',
            field=models.CharField(blank=True, max_length=100, verbose_name='ที่'),
        ),
        migrations.AddField(
            model_name='reportwording',
            name='memo_post',
            field=models.TextField(blank=True, help_text='บรรทัดละหนึ่งบรรทัดใต้ชื่อ', verbose_name='ตำแหน่งผู้ลงนามในบันทึก'),
        ),
        migrations.AddField(
            model_name='reportwording',
            name='memo_signer',
            field=models.CharField(blank=True, max_length=200, verbose_name='ชื่อผู้ลงนามในบันทึก'),
        ),
        migrations.AddField(
            model_name='reportwording',
            name='memo_subject',
            field=models.CharField(blank=True, max_length=500, verbose_name='เรื่อง'),
        ),
        migrations.AddField(
            model_name='reportwording',
            name='memo_to',
            field=models.CharField(blank=True, max_length=300, verbose_name='เรียน'),
        ),
    ]
