"""What the exchange remembers: the ledger of operations, and how far pages and documents have come."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from mo_app.kernel.database import Base

UUID_LENGTH = 36


class LedgerEntry(Base):
    """One operation and its final answer, written in the transaction of its effect."""

    __tablename__ = "ledger"

    id: Mapped[str] = mapped_column(String(UUID_LENGTH), primary_key=True)
    person_id: Mapped[str] = mapped_column(String(16), index=True)
    device_id: Mapped[str] = mapped_column(String(UUID_LENGTH))
    seq: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str] = mapped_column(String(64))
    digest: Mapped[str] = mapped_column(String(64))
    """SHA-256 of kind and payload: the same id with another content is not a replay."""
    applied: Mapped[bool]
    code: Mapped[str | None] = mapped_column(String(64))
    params: Mapped[dict[str, Any]]
    received_at: Mapped[datetime]

    __table_args__ = (Index("ix_ledger_received_at", "received_at"),)


class Device(Base):
    """An installation in the hands of one person."""

    __tablename__ = "device"

    id: Mapped[str] = mapped_column(String(UUID_LENGTH), primary_key=True)
    person_id: Mapped[str] = mapped_column(String(16), index=True)
    acked: Mapped[int] = mapped_column(BigInteger, default=0)
    """All operations up to this ``seq`` that came are answered for good."""


class KeptPage(Base):
    """A page by its path below the language, and the revision in which what it says last changed."""

    __tablename__ = "kept_page"

    path: Mapped[str] = mapped_column(String(200), primary_key=True)
    revision: Mapped[int] = mapped_column(BigInteger)
    kept: Mapped[bool] = mapped_column(default=True)
    """Whether devices keep it; one that is no longer kept still answers from the network."""

    __table_args__ = (Index("ix_kept_page_revision_path", "revision", "path"),)


class ContentState(Base):
    """One row: the revision of all pages together, and the day they were rendered for."""

    __tablename__ = "content_state"

    id: Mapped[int] = mapped_column(primary_key=True)
    revision: Mapped[int] = mapped_column(BigInteger)
    day: Mapped[date]


class DocumentVersion(Base):
    """Counts the changes of a document: ``figures``, ``mine/<person>``, ``roster/<event>``."""

    __tablename__ = "document_version"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    version: Mapped[int] = mapped_column(BigInteger)
