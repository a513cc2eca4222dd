"""A storage for the ``limits`` library in the app's own database: counts by key and window."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import current_app
from limits.storage import Storage
from sqlalchemy import Connection, Double, String, delete, select, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Mapped, mapped_column

from mo_app.kernel.database import Base

from .database import db

SCHEME = "database"


class RateCount(Base):
    """How often something was tried within a window; times are Unix timestamps, as ``limits`` has them."""

    __tablename__ = "rate_counts"

    key: Mapped[str] = mapped_column(String(200), primary_key=True)
    hits: Mapped[int]
    ends_at: Mapped[float] = mapped_column(Double, index=True)


_count = text(
    """
    INSERT INTO rate_counts (key, hits, ends_at) VALUES (:key, :amount, :ends_at)
    ON CONFLICT (key) DO UPDATE SET
        hits = CASE WHEN rate_counts.ends_at <= :now THEN :amount ELSE rate_counts.hits + :amount END,
        ends_at = CASE WHEN rate_counts.ends_at <= :now THEN :ends_at ELSE rate_counts.ends_at END
    RETURNING hits
    """
)
"""One statement, atomic in SQLite and PostgreSQL alike."""


class DatabaseStorage(Storage):
    """Fixed windows. Each call is a short transaction of its own, whatever becomes of the request."""

    STORAGE_SCHEME = [SCHEME]

    @property
    def base_exceptions(self) -> type[Exception]:
        return SQLAlchemyError

    def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        now = _now()
        with _writing() as connection:
            hits: int = connection.execute(
                _count, {"key": key, "amount": amount, "now": now, "ends_at": now + expiry}
            ).scalar_one()
            if hits == amount:  # a new window: the moment to forget old ones
                connection.execute(delete(RateCount).where(RateCount.ends_at <= now))
        return hits

    def get(self, key: str) -> int:
        with db.engine.connect() as connection:
            hits = connection.scalar(
                select(RateCount.hits).where(RateCount.key == key, RateCount.ends_at > _now())
            )
        return hits or 0

    def get_expiry(self, key: str) -> float:
        with db.engine.connect() as connection:
            return connection.scalar(select(RateCount.ends_at).where(RateCount.key == key)) or _now()

    def check(self) -> bool:
        with db.engine.connect() as connection:
            return connection.scalar(select(1)) == 1

    def reset(self) -> int:
        with _writing() as connection:
            return connection.execute(delete(RateCount)).rowcount

    def clear(self, key: str) -> None:
        with _writing() as connection:
            connection.execute(delete(RateCount).where(RateCount.key == key))


@contextmanager
def _writing() -> Iterator[Connection]:
    with db.engine.connect().execution_options(mo_write=True) as connection, connection.begin():
        yield connection


def _now() -> float:
    now: float = current_app.extensions["clock"].now().timestamp()
    return now
