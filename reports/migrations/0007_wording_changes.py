import django.core.serializers.json
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('reports', '0006_signatories_and_photos'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='reportwording',
            name='version',
            field=models.PositiveIntegerField(default=0, editable=False, verbose_name='ฉบับที่'),
        ),
        migrations.CreateModel(
            name='WordingChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(verbose_name='ฉบับที่')),
                ('at', models.DateTimeField(verbose_name='เมื่อ')),
                ('changes', models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder, verbose_name='สิ่งที่แก้')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ผู้แก้ไข')),
                ('wording', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='reports.reportwording', verbose_name='ถ้อยคำของรายงาน')),
            ],
            options={
                'verbose_name': 'ประวัติถ้อยคำของรายงาน',
                'verbose_name_plural': 'ประวัติถ้อยคำของรายงาน',
                'ordering': ['-version'],
                'constraints': [models.UniqueConstraint(fields=('wording', 'version'), name='wording_version_once')],
            },
        ),
    ]
