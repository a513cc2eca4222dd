"""Walk-ins who were invited to become members."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from mo_app.kernel.database import Base, Id


class InvitedWalkIn(Base):
    """Whoever accepts the invitation is the walk-in. Gone once names are removed."""

    __tablename__ = "invited_walk_ins"

    invitation_id: Mapped[str] = mapped_column(
        ForeignKey("invitations.id", ondelete="CASCADE"), primary_key=True
    )
    event_id: Mapped[Id] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"), index=True)
    walk_in_id: Mapped[str] = mapped_column(String(36), index=True)
