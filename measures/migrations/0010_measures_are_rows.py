from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('measures', '0009_responsibilities_of_rows'),
        ('reports', '0016_remarks_of_rows'),
    ]

    operations = [
        migrations.DeleteModel('Measure'),
        migrations.RenameModel('NewMeasure', 'Measure'),
    ]
