"""What becomes of an event's stations when the event moves."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from mo_app.checkin.models.station import EARLIEST, Station, ends_in_time
from mo_app.schedule.hooks import EventFacts
from mo_app.schedule.models import Event

from .operations import log


def end_left_behind(*, session: Session, event: Event, before: EventFacts, now: datetime) -> None:
    """A tablet whose time was over stays so, and none keeps names for an event that is far off now."""
    was_over, is_far_off = ends_in_time(before) <= now, now < event.starts_at - EARLIEST
    if not (was_over or is_far_off):
        return
    ended_at = min(now, ends_in_time(before))
    query = select(Station).where(Station.event_id == event.id, Station.ended_at.is_(None))
    for station in session.scalars(query.with_for_update()):
        station.ended_at = ended_at
        log(session, station, "ended", None, ended_at)
