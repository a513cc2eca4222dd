"""A challenge: what a passkey must sign, once, soon, and for one purpose."""

from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from mo_app.kernel.database import Base

CHALLENGE_LASTS = timedelta(minutes=6)
"""A little longer than the browser lets a person take (``CEREMONY_TIMEOUT``)."""

CEREMONY_TIMEOUT = timedelta(minutes=5)


class Purpose(StrEnum):
    SIGN_IN = "sign_in"
    JOIN = "join"
    ADD = "add"
    RECOVER = "recover"
    LEAVE_STATION = "leave_station"


class Challenge(Base):
    """Kept in the database, because the answer may reach another process than the question came from."""

    __tablename__ = "challenges"

    value: Mapped[bytes] = mapped_column(LargeBinary(64), primary_key=True)
    purpose: Mapped[Purpose] = mapped_column(String(16))
    expires_at: Mapped[datetime] = mapped_column(index=True)
    used_at: Mapped[datetime | None]

    person_id: Mapped[str | None] = mapped_column(String(16))
    """For whom; with JOIN the id that the person is going to have."""
    ticket_id: Mapped[str | None] = mapped_column(String(16))
    """The invitation or recovery that allows this."""
    name: Mapped[str | None] = mapped_column(String(80))
    language: Mapped[str | None] = mapped_column(String(16))
