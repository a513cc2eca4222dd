"""The figures of an event as they were when somebody closed it, and why something changed afterwards."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from mo_app.kernel.database import Base, Id, PrimaryId

WHY_LENGTH = 200
COUNTED_MOST = 2000


class Closing(Base):
    """Appended, never changed: the first one closes, later ones take in what came or was corrected since."""

    __tablename__ = "closings"
    __table_args__ = (Index("ix_closings_event_id_at", "event_id", "at"),)

    id: Mapped[PrimaryId]
    event_id: Mapped[Id] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"))
    at: Mapped[datetime]
    actor_id: Mapped[str | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    """None where the app did it by itself, right before it removed the names."""
    why: Mapped[str] = mapped_column(String(WHY_LENGTH), default="")
    figures: Mapped[dict[str, Any]]
    """``closing.figures.Figures``; no names of people."""
    records: Mapped[list[str]]
    """Ids of all that was recorded by then: what is not among them came later, whatever a clock says."""
    counted: Mapped[int | None]
    """Heads, where somebody counted by hand."""
    names_removed: Mapped[bool] = mapped_column(default=False)


class Correction(Base):
    """Why a coordinator added, took back or merged a record after the event was closed."""

    __tablename__ = "corrections"

    record_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    """Of the scan, walk-in, undo or merge that corrects."""
    event_id: Mapped[Id] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"), index=True)
    why: Mapped[str] = mapped_column(String(WHY_LENGTH))
    """Empty once names are removed: it may hold some."""
