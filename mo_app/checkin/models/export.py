"""Which attendance left the app as a file."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from mo_app.kernel.database import Base, Id, PrimaryId


class Export(Base):
    """Who took what, and when; nothing of what stood in it."""

    __tablename__ = "exports"
    __table_args__ = (Index("ix_exports_event_id_at", "event_id", "at"),)

    id: Mapped[PrimaryId]
    event_id: Mapped[Id] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"))
    at: Mapped[datetime]
    actor_id: Mapped[str | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    what: Mapped[str] = mapped_column(String(16))
    """``people``, ``organisations``, or ``sheet``: the sign-in sheet, with the names of who said they come"""
    form: Mapped[str] = mapped_column(String(8))
    """``csv``, ``xlsx`` or ``pdf``"""
    rows: Mapped[int]
