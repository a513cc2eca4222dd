"""Records of the door: appended, never changed. Who is present follows from them (``presence.py``).

None refers to another by a foreign key: four tablets come back in any order, so that what a record names may
arrive after it. Numbers outlive names: ``subject`` stays where a person's id is removed, and the organisation
is the one of that evening.
"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from mo_app.accounts.models.organisation import ORGANISATION_NAME_LENGTH
from mo_app.accounts.models.person import NAME_LENGTH
from mo_app.kernel.database import Base, Id

UUID_LENGTH = 36
PARTY_MIN, PARTY_MAX = 1, 50

PAPER, SELF, DESK = "paper", "self", "desk"
"""By what a record was made, where it was not a station, which has an id."""


class Record:
    """What all have in common."""

    id: Mapped[str] = mapped_column(String(UUID_LENGTH), primary_key=True)
    """The operation's."""
    actor_id: Mapped[Id]
    """The station or the person."""
    made_at: Mapped[datetime]
    """By the device's clock, where that can be; else when it arrived."""
    received_at: Mapped[datetime]

    @declared_attr
    def event_id(cls) -> Mapped[str]:  # noqa: N805 (declared for each table)
        return mapped_column(ForeignKey("events.id", ondelete="CASCADE"), index=True)


class Scan(Record, Base):
    """This person is here, and so many came with her, herself included."""

    __tablename__ = "scans"
    __table_args__ = (CheckConstraint(f"party BETWEEN {PARTY_MIN} AND {PARTY_MAX}", name="party"),)

    subject: Mapped[Id]
    """The person's id; once names are removed a token, the same for all that she is in this event."""
    person_id: Mapped[str | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"), index=True)
    organisation_id: Mapped[str | None] = mapped_column(ForeignKey("organisations.id", ondelete="SET NULL"))
    party: Mapped[int]
    how: Mapped[str] = mapped_column(String(8))
    """``tap``, ``search``, ``pass``, ``self`` or ``paper``"""
    by: Mapped[str] = mapped_column(String(16))
    """A station's id, or one of the words above."""


class WalkIn(Record, Base):
    """Somebody without an entry in the roster is here."""

    __tablename__ = "walk_ins"
    __table_args__ = (CheckConstraint(f"party BETWEEN {PARTY_MIN} AND {PARTY_MAX}", name="party"),)

    name: Mapped[str] = mapped_column(String(NAME_LENGTH))
    """Empty once names are removed."""
    organisation_id: Mapped[str | None] = mapped_column(ForeignKey("organisations.id", ondelete="SET NULL"))
    organisation_text: Mapped[str] = mapped_column(String(ORGANISATION_NAME_LENGTH))
    """Typed, where it was not chosen."""
    party: Mapped[int]
    consent: Mapped[bool]
    by: Mapped[str] = mapped_column(String(16))


class Undo(Record, Base):
    """Takes a scan, a walk-in or a merge of the same event back."""

    __tablename__ = "undos"

    of: Mapped[str] = mapped_column(String(UUID_LENGTH))


class Merge(Record, Base):
    """A walk-in is the same as another walk-in, or as a person."""

    __tablename__ = "merges"

    walk_in: Mapped[str] = mapped_column(String(UUID_LENGTH))
    into: Mapped[str] = mapped_column(String(2 + UUID_LENGTH))
    """``w:<walk-in>`` or ``p:<subject>``"""
    person_id: Mapped[str | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"), index=True)
    organisation_id: Mapped[str | None] = mapped_column(ForeignKey("organisations.id", ondelete="SET NULL"))
    """Of that person, that evening."""
