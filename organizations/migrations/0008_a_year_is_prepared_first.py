"""A year has two marks: whether it was started, and whether it may be written in.

`is_open` keeps its meaning, so that everything that asks it stays as it is; a year being prepared
is open and not started. The years there are were all started: hence the default.
"""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organizations', '0007_history_of_units_and_accounts'),
    ]

    operations = [
        migrations.AddField(
            model_name='round',
            name='is_started',
            field=models.BooleanField(default=True, help_text='ปีที่กำลังเตรียม ส่วนราชการยังไม่เห็นและไม่ได้รับแจ้ง', verbose_name='เริ่มแล้ว'),
        ),
        migrations.AlterField(
            model_name='round',
            name='is_open',
            field=models.BooleanField(default=True, verbose_name='เปิดให้บันทึก'),
        ),
        migrations.AddConstraint(
            model_name='round',
            constraint=models.CheckConstraint(condition=models.Q(('is_open', True), ('is_started', True), _connector='OR'), name='closed_round_was_started'),
        ),
    ]
