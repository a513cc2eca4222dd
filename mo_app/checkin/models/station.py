"""A station: a tablet that checks in for one event and can do nothing else."""

from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mo_app.kernel.database import Base, PrimaryId
from mo_app.kernel.i18n import N_, Message
from mo_app.schedule.hooks import EventFacts
from mo_app.schedule.models import Event

EARLIEST = timedelta(days=7)
"""Before the event a tablet can be made its station: no names lie about for longer."""

LASTS = timedelta(hours=12)
"""After the end of the event."""

DELIVERS = timedelta(days=30)
"""After its own end a station may still bring what was done on it."""

HEARD_EVERY = timedelta(seconds=30)
"""How exact ``heard_at`` is: not every exchange costs a write."""


class Standing(StrEnum):
    OPEN = "open"
    OVER = "over"
    """It reads nothing any more, and still brings what was done on it."""
    REVOKED = "revoked"
    """Not listened to: the tablet may be in other hands."""
    GONE = "gone"
    """A coordinator took the tablet back, or it has been over for long."""


class Station(Base):
    """The server's side of the tablet's cookie: the token itself is known to the tablet alone."""

    __tablename__ = "stations"
    __table_args__ = (UniqueConstraint("event_id", "number"),)

    id: Mapped[PrimaryId]
    event_id: Mapped[str] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"))
    number: Mapped[int]
    """Among the stations of its event, from 1."""
    token_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    """None once the tablet was taken back."""
    device: Mapped[str] = mapped_column(String(80))
    """What browser and system called themselves; empty where they did not."""
    made_at: Mapped[datetime]
    heard_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    """When somebody ended it, or its event moved away from it; None where time does."""
    revoked_at: Mapped[datetime | None]

    event: Mapped[Event] = relationship()
    changes: Mapped[list["StationChange"]] = relationship(order_by="StationChange.at, StationChange.id")

    @property
    def name(self) -> Message:
        return Message(N_("Tablet %(number)s"), {"number": self.number})

    @property
    def ends_at(self) -> datetime:
        in_time = ends_in_time(self.event)
        return min(self.ended_at, in_time) if self.ended_at else in_time

    def standing(self, now: datetime) -> Standing:
        if self.token_hash is None or now >= self.ends_at + DELIVERS:
            return Standing.GONE
        if self.revoked_at:
            return Standing.REVOKED
        return Standing.OPEN if now < self.ends_at else Standing.OVER


class StationChange(Base):
    """History: who did what to a station, and when. Rows are added, never changed."""

    __tablename__ = "station_changes"

    id: Mapped[PrimaryId]
    station_id: Mapped[str] = mapped_column(ForeignKey("stations.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime]
    what: Mapped[str] = mapped_column(String(16))
    person_id: Mapped[str | None] = mapped_column(String(16))
    """None where nobody had to say who they are: its time was over."""


def ends_in_time(event: Event | EventFacts) -> datetime:
    """When the stations of an event end unless somebody ends them before."""
    return event.over_at + LASTS
