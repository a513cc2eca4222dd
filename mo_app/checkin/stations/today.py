"""The doors that are open today: where a coordinator with a tablet in her hand wants to be at once."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from mo_app.checkin.models.station import LASTS
from mo_app.kernel.clock import local_date
from mo_app.schedule.models import Event
from mo_app.schedule.queries import ended_between, upcoming

MOST = 20


def at_the_door(session: Session, now: datetime) -> Sequence[Event]:
    """What takes place today, in Leipzig, or has begun, or ended so lately that tablets may still be open."""
    coming = (event for event in upcoming(session, now, limit=MOST) if event.first_day <= local_date(now))
    return [*reversed(ended_between(session, now - LASTS, now)), *coming]
