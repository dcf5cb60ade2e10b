import reports.models.signatory
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('reports', '0007_cover_memo'),
    ]

    operations = [
        migrations.AddField(
            model_name='reportwording',
            name='photos',
            field=models.JSONField(blank=True, default=list, validators=[reports.models.signatory.validate_photos], verbose_name='ภาพกิจกรรม'),
        ),
        migrations.AddField(
            model_name='reportwording',
            name='signatories',
            field=models.JSONField(blank=True, default=list, validators=[reports.models.signatory.validate_signatories], verbose_name='ผู้ลงนาม'),
        ),
    ]
