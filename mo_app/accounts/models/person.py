"""Somebody who takes part."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Enum, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mo_app.kernel.actor import Role
from mo_app.kernel.database import Base, PrimaryId
from mo_app.kernel.ids import ID_LENGTH, new_id

from .passkey import Passkey
from .sign_in import SignIn

if TYPE_CHECKING:
    from .organisation import Organisation

NAME_LENGTH = 80

RoleColumn = Enum(
    Role, native_enum=False, length=16, values_callable=lambda roles: [role.value for role in roles]
)


class Person(Base):
    """A name, a language, a role, perhaps an organisation: nothing more is known of anybody."""

    __tablename__ = "people"

    id: Mapped[PrimaryId]
    name: Mapped[str] = mapped_column(String(NAME_LENGTH))
    language: Mapped[str] = mapped_column(String(16))
    role: Mapped[Role] = mapped_column(RoleColumn, default=Role.MEMBER)
    organisation_id: Mapped[str | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    created_at: Mapped[datetime]
    demo_role: Mapped[str | None] = mapped_column(String(16), unique=True)
    """For which demo sign-in link this person stands; None for everybody real."""
    pass_code: Mapped[str] = mapped_column(String(ID_LENGTH), unique=True, default=new_id)
    """What her pass says at the door: not the id, so that it can be another one tomorrow."""

    organisation: Mapped["Organisation | None"] = relationship(back_populates="people")
    passkeys: Mapped[list[Passkey]] = relationship(back_populates="person", order_by=Passkey.created_at)
    sign_ins: Mapped[list[SignIn]] = relationship(order_by=SignIn.last_seen_at.desc())

    @property
    def user_handle(self) -> bytes:
        """WebAuthn's user.id: opaque, the same for all her passkeys (WebAuthn Level 3, §14.6.1)."""
        return self.id.encode("ascii")
