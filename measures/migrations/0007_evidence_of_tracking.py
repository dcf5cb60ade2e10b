from django.db import migrations, models


class Migration(migrations.Migration):
    """The tables have another app now; nothing changes in the database."""

    dependencies = [
        ('measures', '0006_documents_of_another_year'),
        ('tracking', '0001_evidence'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField('progressupdate', 'evidence', models.ManyToManyField(blank=True, related_name='progress_updates', to='tracking.evidence', verbose_name='หลักฐาน')),
            ],
        ),
    ]
