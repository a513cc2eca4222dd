"""A passkey: the public half of a key pair that stays on a person's devices."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mo_app.kernel.database import Base, PrimaryId

if TYPE_CHECKING:
    from .person import Person

PASSKEY_NAME_LENGTH = 80


class Passkey(Base):
    """A credential record (WebAuthn Level 3, §4), with a name for people."""

    __tablename__ = "passkeys"

    id: Mapped[PrimaryId]
    person_id: Mapped[str] = mapped_column(ForeignKey("people.id"), index=True)
    name: Mapped[str] = mapped_column(String(PASSKEY_NAME_LENGTH))
    credential_id: Mapped[bytes] = mapped_column(LargeBinary(1023), unique=True)
    public_key: Mapped[bytes] = mapped_column(LargeBinary)
    sign_count: Mapped[int] = mapped_column(BigInteger)
    transports: Mapped[list[str]]
    aaguid: Mapped[str] = mapped_column(String(36))
    backup_eligible: Mapped[bool]
    backed_up: Mapped[bool]
    """Kept by the maker of the device or a password manager, so it survives the loss of the device."""
    created_at: Mapped[datetime]
    last_used_at: Mapped[datetime | None]

    person: Mapped["Person"] = relationship(back_populates="passkeys")
