"""Every item and measure becomes a row, and what was said of both comes into one table each.

Items keep their ids. Measures get theirs raised by `aside`, beyond every id that an item or a
measure has or was told of: a form or a draft of before then never means another row. What was said
of measures is raised by the largest id of what was said of items.
"""

from django.core.management.color import no_style
from django.db import migrations

_ENTRY = 'by_id unit_id at version old_status status note'
_COMMENT = 'by_id at text'
_DECISION = 'by_id at text old_due new_due taken_from_id given_to_id'
_CHANGE = 'by_id at what old new'
_ROW = 'ita_round_id number title status agreed_due'
_ITEM = (
    'indicator_id group requirement data_year title_confidence requirement_confidence remark'
    ' is_applicable not_applicable_reason'
)
_MEASURE = 'aims method first_month last_month imported_cells'

#: What was said: the new table, its columns, and where it was said of items and of measures.
_SAID = {
    'entry': (_ENTRY, 'disclosures_disclosureupdate', 'measures_progressupdate'),
    'comment': (_COMMENT, 'disclosures_itemcomment', 'measures_measurecomment'),
    'decision': (_DECISION, 'disclosures_itemdecision', 'measures_measuredecision'),
}
#: What Django's admin calls each, and what it was.
_TYPES = {
    'entry': (('disclosures', 'disclosureupdate'), ('measures', 'progressupdate')),
    'comment': (('disclosures', 'itemcomment'), ('measures', 'measurecomment')),
    'decision': (('disclosures', 'itemdecision'), ('measures', 'measuredecision')),
    'change': (('disclosures', 'itemchange'), ('measures', 'measurechange')),
}


def carry(apps, schema_editor):
    database = _Database(schema_editor.connection)
    aside = max(
        database.largest('disclosures_disclosureitem'),
        database.largest('measures_measure'),
        _largest_told(apps),
    )
    database.copy('tracking_row', _ROW, 'disclosures_disclosureitem', id='id', kind="'item'")
    database.copy('tracking_row', _ROW, 'measures_measure', id=f'id + {aside}', kind="'measure'")
    database.copy('disclosures_newitem', _ITEM, 'disclosures_disclosureitem', row_ptr_id='id')
    database.copy('measures_newmeasure', _MEASURE, 'measures_measure', row_ptr_id=f'id + {aside}')
    database.copy(
        'measures_newmeasure_items', '', 'measures_measure_items',
        newmeasure_id=f'measure_id + {aside}', newitem_id='disclosureitem_id',
    )
    beside = {'change': database.largest('disclosures_itemchange')}
    for name, (columns, of_items, of_measures) in _SAID.items():
        beside[name] = database.largest(of_items)
        database.copy(f'tracking_{name}', columns, of_items, id='id', row_id='item_id')
        database.copy(
            f'tracking_{name}', columns, of_measures,
            id=f'id + {beside[name]}', row_id=f'measure_id + {aside}',
        )
    for new, column, other, (of_items, of_measures) in (
        ('entry_evidence', 'entry_id', 'evidence_id', ('disclosureupdate', 'progressupdate')),
        ('comment_mentions', 'comment_id', 'unit_id', ('itemcomment', 'measurecomment')),
    ):
        _, many = new.split('_')
        more = beside[new.split('_')[0]]
        database.copy(
            f'tracking_{new}', other, f'disclosures_{of_items}_{many}', **{column: f'{of_items}_id'}
        )
        database.copy(
            f'tracking_{new}', other, f'measures_{of_measures}_{many}',
            **{column: f'{of_measures}_id + {more}'},
        )
    of_its_item = '(SELECT {} FROM disclosures_disclosureitem i WHERE i.id = item_id)'
    database.copy(
        'tracking_change', _CHANGE, 'disclosures_itemchange', id='id', row_id='item_id',
        kind="'item'", ita_round_id=of_its_item.format('ita_round_id'),
        number=of_its_item.format('number'),
    )
    database.copy(
        'tracking_change', f'{_CHANGE} ita_round_id number', 'measures_measurechange',
        id=f'id + {beside["change"]}', row_id=f'measure_id + {aside}', kind="'measure'",
    )
    for table in ('measures_responsibility', 'reports_measureremark'):
        database.run(f'UPDATE {table} SET measure_id = measure_id + {aside}')
    names = ('row', 'entry', 'comment', 'decision', 'change')
    database.count_on([apps.get_model('tracking', name) for name in names])
    _retell(apps, aside, beside)
    _relabel_the_log(apps, aside, beside)


class _Database:
    def __init__(self, connection):
        self.connection = connection

    def run(self, sql):
        with self.connection.cursor() as cursor:
            cursor.execute(sql)

    def largest(self, table):
        with self.connection.cursor() as cursor:
            cursor.execute(f'SELECT MAX(id) FROM {table}')
            return cursor.fetchone()[0] or 0

    def copy(self, new, columns, old, **reckoned):
        """Columns as they are, and those that are reckoned; in the order in which they came."""
        quoted = [self.connection.ops.quote_name(name) for name in columns.split()]
        into = ', '.join([*reckoned, *quoted])
        values = ', '.join([*reckoned.values(), *quoted])
        self.run(f'INSERT INTO {new} ({into}) SELECT {values} FROM {old} ORDER BY id')

    def count_on(self, models):
        """From the largest number there is, where the database counts by itself."""
        for sql in self.connection.ops.sequence_reset_sql(no_style(), models):
            self.run(sql)


def _told_of_imports(apps):
    """The notices of documents brought in, each with the number of the measure it is known by."""
    notices = apps.get_model('organizations', 'Notice').objects
    for notice in notices.filter(event__startswith='assigned/import/'):
        yield notice, int(notice.event.rpartition('/')[2])


def _largest_told(apps):
    return max((pk for _, pk in _told_of_imports(apps)), default=0)


def _retell(apps, aside, beside):
    """What knows a row by its id in words: notices already told, and files held for a form.

    What knows one that is gone stays as it is: nothing asks for it any more.
    """
    ids = {
        kind: set(apps.get_model('tracking', 'Row').objects.filter(kind=kind).values_list('pk', flat=True))
        for kind in ('item', 'measure')
    }
    rows = {'disclosures.disclosureitem': ('item', 0), 'measures.measure': ('measure', aside)}
    said = {
        f'{app}.{model}': (f'tracking.{name}', place * beside[name])
        for name, types in _TYPES.items()
        for place, (app, model) in enumerate(types)
    }

    def of_row(label, pk):
        kind, more = rows[label]
        return f'row/{int(pk) + more}' if int(pk) + more in ids[kind] else f'{label}/{pk}'

    def retold(event):
        verb, label, pk, *rest = event.split('/')
        if label in rows:
            return '/'.join([verb, of_row(label, pk), *rest])
        if label in said:
            name, more = said[label]
            return f'{verb}/{name}/{int(pk) + more}'
        return event

    model = apps.get_model('organizations', 'Notice')
    changed = []
    for notice in model.objects.only('event').iterator():
        if notice.event.count('/') > 1 and (event := retold(notice.event)) != notice.event:
            notice.event = event
            changed.append(notice)
    for notice, pk in _told_of_imports(apps):
        if pk + aside in ids['measure']:
            notice.event = f'assigned/import/{pk + aside}'
            changed.append(notice)
    model.objects.bulk_update(changed, ['event'], batch_size=200)
    for piece in apps.get_model('tracking', 'Evidence').objects.exclude(held_for=''):
        label, pk, unit = piece.held_for.split('/')
        if label in rows:
            piece.held_for = f'{of_row(label, pk)}/{unit}'
            piece.save(update_fields=['held_for'])


def _relabel_the_log(apps, aside, beside):
    """What Django's admin once logged is of the same things still."""
    types = apps.get_model('contenttypes', 'ContentType').objects
    log = apps.get_model('admin', 'LogEntry').objects

    def move(app, model, more, to=None):
        old = types.filter(app_label=app, model=model).first()
        if old is None:
            return
        new = types.get_or_create(app_label='tracking', model=to)[0] if to else old
        for line in log.filter(content_type=old):
            line.content_type = new
            if line.object_id and line.object_id.isdecimal():
                line.object_id = str(int(line.object_id) + more)
            line.save(update_fields=['content_type', 'object_id'])
        if to:
            old.delete()

    move('measures', 'measure', aside)
    for name, (of_items, of_measures) in _TYPES.items():
        move(*of_items, 0, name)
        move(*of_measures, beside[name], name)


class Migration(migrations.Migration):

    dependencies = [
        ('tracking', '0002_rows'),
        ('disclosures', '0008_items_of_rows'),
        ('measures', '0008_measures_of_rows'),
        ('reports', '0015_remarks_of_no_measure'),
        ('organizations', '0014_open_years_have_no_closing_day'),
        ('admin', '0003_logentry_add_action_flag_choices'),
        ('auth', '0012_alter_user_first_name_max_length'),
        ('contenttypes', '0002_remove_content_type_name'),
    ]

    operations = [migrations.RunPython(carry)]
