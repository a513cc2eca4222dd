"""A browser in which a person is signed in."""

from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from mo_app.kernel.database import Base, PrimaryId

SIGN_IN_LASTS = timedelta(days=180)
"""After the last time it was seen."""

SEEN_EVERY = timedelta(days=1)
"""How exact ``last_seen_at`` is: no visit costs a write but the first of a day."""


class SignIn(Base):
    """The server's side of a session cookie: the token itself is known to the browser alone."""

    __tablename__ = "sign_ins"

    id: Mapped[PrimaryId]
    person_id: Mapped[str] = mapped_column(ForeignKey("people.id"), index=True)
    passkey_id: Mapped[str | None] = mapped_column(ForeignKey("passkeys.id"), index=True)
    """What it was begun with: they end together."""
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    device: Mapped[str] = mapped_column(String(80))
    """What browser and system called themselves, such as ``Firefox · Android``; empty where they did not."""
    created_at: Mapped[datetime]
    last_seen_at: Mapped[datetime] = mapped_column(index=True)
