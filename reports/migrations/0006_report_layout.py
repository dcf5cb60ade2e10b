import reports.models.layout
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('reports', '0005_typed_into_itas'),
    ]

    operations = [
        migrations.AddField(
            model_name='reportwording',
            name='as_of',
            field=models.DateField(blank=True, help_text='เว้นว่างไว้เพื่อใช้ข้อมูลล่าสุด หรือ 31 มีนาคมเมื่อเป็นรอบ 6 เดือน', null=True, verbose_name='ข้อมูล ณ วันที่'),
        ),
        migrations.AddField(
            model_name='reportwording',
            name='digits',
            field=models.CharField(choices=[('thai', 'เลขไทย ๑๒๓'), ('arabic', 'เลขอารบิก 123')], default='thai', max_length=10, verbose_name='ตัวเลข'),
        ),
        migrations.AddField(
            model_name='reportwording',
            name='mark_form',
            field=models.CharField(choices=[('tilde', '~ ๒ ~'), ('dash', '- ๒ -'), ('plain', '๒'), ('none', 'ไม่พิมพ์')], default='tilde', max_length=10, verbose_name='เลขหน้า'),
        ),
        migrations.AddField(
            model_name='reportwording',
            name='mark_place',
            field=models.CharField(choices=[('top', 'กลางบน'), ('corner', 'มุมบนขวา'), ('foot', 'กลางล่าง')], default='top', max_length=10, verbose_name='ตำแหน่งเลขหน้า'),
        ),
        migrations.AddField(
            model_name='reportwording',
            name='parts',
            field=models.JSONField(blank=True, default=reports.models.layout.usual_parts, validators=[reports.models.layout.validate_parts], verbose_name='ส่วนประกอบ'),
        ),
        migrations.AddField(
            model_name='reportwording',
            name='period',
            field=models.CharField(choices=[('annual', 'ประจำปี'), ('half', 'รอบ 6 เดือน')], default='annual', max_length=10, verbose_name='รอบรายงาน'),
        ),
    ]
