"""The door of an event: what its own QR code says, so that who scans it can check herself in."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from mo_app.kernel.database import Base
from mo_app.kernel.ids import ID_LENGTH, new_id


class Door(Base):
    """Each event has one from its beginning; the code hangs at the door and nowhere else."""

    __tablename__ = "doors"

    event_id: Mapped[str] = mapped_column(ForeignKey("events.id"), primary_key=True)
    code: Mapped[str] = mapped_column(String(ID_LENGTH), default=new_id)
