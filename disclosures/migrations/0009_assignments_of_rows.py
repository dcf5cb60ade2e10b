import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Items keep their numbers as rows: who answers for them is led there."""

    dependencies = [
        ('disclosures', '0008_items_of_rows'),
        ('tracking', '0003_every_row'),
    ]

    operations = [
        migrations.AlterField('itemassignment', 'item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='assignments', to='disclosures.newitem', verbose_name='ข้อ O')),
        migrations.AlterField('assignmentchange', 'item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='assignment_changes', to='disclosures.newitem', verbose_name='ข้อ O')),
        migrations.DeleteModel('DisclosureUpdate'),
        migrations.DeleteModel('ItemComment'),
        migrations.DeleteModel('ItemDecision'),
        migrations.DeleteModel('ItemChange'),
    ]
