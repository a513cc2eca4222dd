"""A recovery: a coordinator lets a person who is standing there back in."""

from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mo_app.kernel.database import Base, PrimaryId

from .person import Person

RECOVERY_LASTS = timedelta(minutes=15)


class Recovery(Base):
    """One passkey for one person, within a quarter of an hour; only hashes of secret and code are kept."""

    __tablename__ = "recoveries"

    id: Mapped[PrimaryId]
    person_id: Mapped[str] = mapped_column(ForeignKey("people.id"), index=True)
    secret_hash: Mapped[str] = mapped_column(String(64), unique=True)
    code_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime]
    created_by: Mapped[str] = mapped_column(ForeignKey("people.id"))
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship(foreign_keys=person_id)
