from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('disclosures', '0009_assignments_of_rows'),
        ('measures', '0010_measures_are_rows'),
        ('reports', '0016_remarks_of_rows'),
    ]

    operations = [
        migrations.DeleteModel('DisclosureItem'),
        migrations.RenameModel('NewItem', 'DisclosureItem'),
    ]
