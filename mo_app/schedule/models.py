"""Events in time, what was done to them, and calendar files on their way in."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import JSON, ColumnElement, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, deferred, mapped_column

from mo_app.kernel.clock import local_date
from mo_app.kernel.database import Base, Id, PrimaryId

from .kinds import PLACE_LIMIT, Kind

WITHOUT_END = timedelta(hours=2)
"""So long is something on of which nobody said when it ends."""

Texts = dict[str, str]
"""By language, the first one in the language it was written in first."""


class Event(Base):
    """A meeting, a workshop or something else, once. Each date of a series is an event of its own."""

    __tablename__ = "events"
    __table_args__ = (
        UniqueConstraint("uid", "recurrence_id"),
        Index("ix_events_starts_at_id", "starts_at", "id"),
    )

    id: Mapped[PrimaryId]
    kind: Mapped[str] = mapped_column(String(16))
    title: Mapped[Texts] = mapped_column(JSON)
    text: Mapped[Texts] = mapped_column(JSON, default=dict)
    place: Mapped[str] = mapped_column(String(PLACE_LIMIT), default="")
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime] = mapped_column(index=True)
    """Exclusive; the same as ``starts_at`` where no end is known."""
    all_day: Mapped[bool] = mapped_column(default=False)
    """From midnight to midnight in Leipzig."""
    capacity: Mapped[int | None]
    """Heads; None is no limit."""
    closes_at: Mapped[datetime | None]
    """When RSVPs close; None is at the start."""
    spoken: Mapped[list[str]] = mapped_column(default=list)
    """BCP 47 tags of the languages spoken."""
    offers: Mapped[list[str]] = mapped_column(default=list)
    cancelled_at: Mapped[datetime | None]
    cancel_reason: Mapped[Texts] = mapped_column(JSON, default=dict)

    uid: Mapped[str | None] = mapped_column(String(255))
    """Of the calendar it came from; None if it was made by hand."""
    recurrence_id: Mapped[str] = mapped_column(String(16), default="")
    """Its place in the series: ``20270506T153000Z``; empty outside one."""
    calendar_says: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    """What the calendar said at the last import; tells its changes from those made here."""

    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @property
    def is_cancelled(self) -> bool:
        return self.cancelled_at is not None

    @property
    def first_day(self) -> date:
        return local_date(self.starts_at)

    @property
    def last_day(self) -> date:
        """An end at midnight belongs to the day before."""
        return local_date(max(self.starts_at, self.ends_at - timedelta(microseconds=1)))

    @property
    def rsvps_close_at(self) -> datetime:
        return self.closes_at or self.starts_at

    @property
    def kind_of(self) -> Kind:
        return Kind(self.kind)

    @property
    def over_at(self) -> datetime:
        return over_at(self.starts_at, self.ends_at)

    def has_ended(self, now: datetime) -> bool:
        return self.over_at <= now

    @classmethod
    def over_after(cls, at: datetime) -> ColumnElement[bool]:
        """``over_at > at``, for queries; written so that the index on ``ends_at`` helps."""
        return (cls.ends_at > at - WITHOUT_END) & ((cls.ends_at > at) | (cls.ends_at == cls.starts_at))


def over_at(starts_at: datetime, ends_at: datetime) -> datetime:
    """When something is over, also if nobody said."""
    return ends_at if ends_at > starts_at else starts_at + WITHOUT_END


class EventChange(Base):
    """History: who did what to an event, and when."""

    __tablename__ = "event_changes"
    __table_args__ = (Index("ix_event_changes_event_id_at", "event_id", "at"),)

    id: Mapped[PrimaryId]
    event_id: Mapped[Id]
    at: Mapped[datetime]
    person_id: Mapped[str | None] = mapped_column(String(16))
    """None is the operator, at the command line."""
    what: Mapped[str] = mapped_column(String(16))
    details: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    """By field: ``[before, after]`` as JSON values."""


class CalendarUpload(Base):
    """A calendar file between its preview and the confirmation."""

    __tablename__ = "calendar_uploads"

    id: Mapped[PrimaryId]
    name: Mapped[str] = mapped_column(String(200))
    language: Mapped[str] = mapped_column(String(8))
    person_id: Mapped[Id]
    expires_at: Mapped[datetime] = mapped_column(index=True)
    data: Mapped[bytes] = deferred(mapped_column(LargeBinary))
