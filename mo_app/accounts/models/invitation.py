"""An invitation: for one person, or on a poster for an organisation."""

from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mo_app.kernel.actor import Role
from mo_app.kernel.database import Base, PrimaryId

from .organisation import Organisation
from .person import NAME_LENGTH, RoleColumn


class Invitation(Base):
    """Only hashes of its secret and code are kept: they can be shown when it is made, and never again."""

    __tablename__ = "invitations"

    id: Mapped[PrimaryId]
    secret_hash: Mapped[str] = mapped_column(String(64), unique=True)
    code_hash: Mapped[str] = mapped_column(String(64), unique=True)
    role: Mapped[Role] = mapped_column(RoleColumn)
    organisation_id: Mapped[str | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    name: Mapped[str | None] = mapped_column(String(NAME_LENGTH))
    """Who is meant, where it is for one person."""
    uses_allowed: Mapped[int]
    uses: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    created_by: Mapped[str | None] = mapped_column(ForeignKey("people.id"))
    """None where the operator made it on the server."""
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]

    organisation: Mapped[Organisation | None] = relationship()

    @property
    def is_poster(self) -> bool:
        return self.uses_allowed > 1

    @property
    def uses_left(self) -> int:
        return max(self.uses_allowed - self.uses, 0)

    @property
    def last_day(self) -> datetime:
        """A moment on the last day on which it is good."""
        return self.expires_at - timedelta(seconds=1)

    def is_open(self, now: datetime) -> bool:
        return self.revoked_at is None and self.uses_left > 0 and now < self.expires_at
