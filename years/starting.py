"""Starting a year that was prepared: everybody sees it, and is told of her work once."""

from datetime import datetime

from django.db import transaction

from follow_up.rows import read_items, read_measures
from measures.telling import tell_of_work
from organizations.models import Round, User


@transaction.atomic
def start_year(ita_round: Round, *, by: User, at: datetime) -> int:
    """How many were told. Raises ValidationError, in Thai, where it is started already."""
    ita_round.start(by=by, at=at)
    items = read_items(ita_round, ita_round.unit_tree())
    return tell_of_work(
        ita_round,
        [*read_measures(ita_round, items), *items],
        event=f"start/{ita_round.pk}",
        title=f"เริ่มปีงบประมาณ {ita_round.be_year} แล้ว งานของหน่วยของท่านอยู่ในงานของฉัน",
        by=by,
        at=at,
    )
