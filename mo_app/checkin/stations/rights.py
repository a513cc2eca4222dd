"""What a station may read: its own event while its time lasts, and nothing of who made it."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from mo_app.kernel.actor import Actor, Role
from mo_app.schedule import queries as schedule


def reads(actor: Actor) -> Sequence[str]:
    """Ids of the events whose documents a station is given; none for anybody else."""
    return [actor.event_id] if actor.is_station and actor.event_id and not actor.delivers_only else []


def may_read(session: Session, actor: Actor, event_id: str) -> bool:
    """Coordinators, who enter what is on paper, too."""
    return actor.role is Role.COORDINATOR and schedule.event(session, event_id) is not None
