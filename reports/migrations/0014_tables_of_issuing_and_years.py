from django.db import migrations


class Migration(migrations.Migration):
    """The tables have another app now; nothing changes in the database."""

    dependencies = [
        ('reports', '0013_own_word_template'),
        ('issuing', '0001_issued_reports'),
        ('years', '0001_decisions_and_imports'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.RemoveField('proposal', 'replaces'),
                migrations.DeleteModel('IssuedFile'),
                migrations.DeleteModel('Publication'),
                migrations.DeleteModel('ProposalDecision'),
                migrations.DeleteModel('IssuedReport'),
                migrations.DeleteModel('Proposal'),
                migrations.DeleteModel('CarryDecision'),
                migrations.DeleteModel('YearImport'),
            ],
        ),
    ]
