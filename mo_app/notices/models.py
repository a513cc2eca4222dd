"""A notice: one sentence for one person, in no language yet."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from mo_app.kernel.database import Base, Id, PrimaryId
from mo_app.kernel.i18n import Message

from .wording import thaw


class Notice(Base):
    __tablename__ = "notices"
    __table_args__ = (Index("ix_notices_person_id_made_at", "person_id", "made_at"),)

    id: Mapped[PrimaryId]
    person_id: Mapped[Id] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(40))
    text: Mapped[str] = mapped_column(Text)
    """The msgid; it is translated for whoever reads it."""
    params: Mapped[dict[str, Any]]
    path: Mapped[str | None] = mapped_column(Text)
    """Where to look, below the language: ``/schedule/…``."""
    made_at: Mapped[datetime]
    read_at: Mapped[datetime | None]

    def message(self, language: str) -> Message:
        return Message(self.text, thaw(self.params, language))
