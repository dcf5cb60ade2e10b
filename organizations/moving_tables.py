"""For migrations: a table that comes under another app, with every row where it is."""

from django.db import migrations
from django.db.migrations.state import StateApps


def rename_tables(old: str, new: str, *names: str) -> list:
    """Operations on the database alone that take tables (lower-case model names) from app to app.

    What Django admin once logged about their rows keeps its name.
    """

    def take_content_types(apps: StateApps, before: str, after: str) -> None:
        kinds = apps.get_model("contenttypes", "ContentType").objects
        kinds.filter(app_label=before, model__in=names).update(app_label=after)

    return [
        *(
            migrations.RunSQL(
                f"ALTER TABLE {old}_{name} RENAME TO {new}_{name}",
                f"ALTER TABLE {new}_{name} RENAME TO {old}_{name}",
            )
            for name in names
        ),
        migrations.RunPython(
            lambda apps, _: take_content_types(apps, old, new),
            lambda apps, _: take_content_types(apps, new, old),
        ),
    ]
