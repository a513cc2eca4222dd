"""What a person says about coming to an event, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mo_app.kernel.database import Base, Id, PrimaryId

PARTY_MIN, PARTY_MAX = 1, 10
CHILDREN_MAX = 10
INTERPRETING_MAX = 40


class State(StrEnum):
    CONFIRMED = "confirmed"
    WAITING = "waiting"
    DECLINED = "declined"


@dataclass(frozen=True)
class Needs:
    """What makes it possible to come: an interpreter's language, children to look after, no steps."""

    interpreting: str | None = None
    children: int = 0
    step_free: bool = False


@dataclass(frozen=True)
class Wish:
    """What a person says: whether they come, how many heads (children included), and what they need."""

    going: bool
    party: int = 1
    needs: Needs = Needs()

    def agrees_with(self, other: "Wish") -> bool:
        """How many do not come, and what they would have needed, is the same to everybody."""
        return self == other or not (self.going or other.going)


class Rsvp(Base):
    __tablename__ = "rsvps"
    __table_args__ = (
        CheckConstraint(f"party BETWEEN {PARTY_MIN} AND {PARTY_MAX}", name="party"),
        CheckConstraint("(state = 'waiting') = (queue_number IS NOT NULL)", name="queue"),
        UniqueConstraint("event_id", "queue_number"),
        Index("ix_rsvps_event_id_state", "event_id", "state"),
        Index("ix_rsvps_person_id", "person_id"),
    )

    event_id: Mapped[Id] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[Id] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    state: Mapped[str] = mapped_column(String(10))
    party: Mapped[int]
    interpreting: Mapped[str | None] = mapped_column(String(INTERPRETING_MAX))
    children: Mapped[int] = mapped_column(default=0)
    step_free: Mapped[bool] = mapped_column(default=False)
    queue_number: Mapped[int | None]
    """Order of arrival on the waiting list: given by the server, never by a clock."""
    version: Mapped[int] = mapped_column(default=0)
    """How often the person has said something. The waiting list moving on is not her saying something."""
    device: Mapped[str] = mapped_column(String(36))
    seq: Mapped[int] = mapped_column(BigInteger)
    """Which device said it last, with which of its operations."""
    updated_at: Mapped[datetime]

    @property
    def going(self) -> bool:
        return self.state != State.DECLINED

    @property
    def needs(self) -> Needs:
        return Needs(interpreting=self.interpreting, children=self.children, step_free=self.step_free)

    @needs.setter
    def needs(self, needs: Needs) -> None:
        self.interpreting, self.children, self.step_free = needs.interpreting, needs.children, needs.step_free

    @property
    def said(self) -> Wish:
        return Wish(going=self.going, party=self.party, needs=self.needs)


class RsvpChange(Base):
    """History: what stood from when on. Needs are left out of it, so that deleting them deletes them."""

    __tablename__ = "rsvp_changes"
    __table_args__ = (Index("ix_rsvp_changes_event_id_person_id", "event_id", "person_id"),)

    id: Mapped[PrimaryId]
    event_id: Mapped[Id] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"))
    person_id: Mapped[Id] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    actor_id: Mapped[str | None] = mapped_column(String(16))
    """Who did it; nobody where the waiting list moved on."""
    state: Mapped[str] = mapped_column(String(10))
    party: Mapped[int]
    made_at: Mapped[datetime]
