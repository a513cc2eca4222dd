"""What was done to accounts, by whom: rows are added, never changed."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from mo_app.kernel.database import Base, PrimaryId


class AccountLog(Base):
    __tablename__ = "account_log"

    id: Mapped[PrimaryId]
    at: Mapped[datetime]
    action: Mapped[str] = mapped_column(String(40))
    person_id: Mapped[str | None] = mapped_column(ForeignKey("people.id"), index=True)
    actor_id: Mapped[str | None] = mapped_column(ForeignKey("people.id"))
    """None where the operator did it on the server."""
    details: Mapped[dict[str, Any]] = mapped_column(default=dict)
