from django.db import migrations, models


class Migration(migrations.Migration):
    """The tables have another app now; nothing changes in the database."""

    dependencies = [
        ('disclosures', '0006_moments_as_they_were'),
        ('measures', '0007_evidence_of_tracking'),
        ('tracking', '0001_evidence'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField('disclosureupdate', 'evidence', models.ManyToManyField(blank=True, related_name='disclosure_updates', to='tracking.evidence', verbose_name='หลักฐาน')),
                migrations.DeleteModel('Evidence'),
            ],
        ),
    ]
