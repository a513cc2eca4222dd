"""An organisation, as far as people belong to it."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mo_app.kernel.database import Base, PrimaryId

from .person import Person

ORGANISATION_NAME_LENGTH = 120


class Organisation(Base):
    __tablename__ = "organisations"

    id: Mapped[PrimaryId]
    name: Mapped[str] = mapped_column(String(ORGANISATION_NAME_LENGTH), unique=True)
    created_at: Mapped[datetime]

    people: Mapped[list[Person]] = relationship(back_populates="organisation", order_by=Person.name)
