"""INSERT … ON CONFLICT, which SQLite and PostgreSQL both know and SQLAlchemy keeps by dialect."""

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session


def insert_or(session: Session, model: type[Any]) -> postgresql.Insert | sqlite.Insert:
    """An insert that can say what happens where the row is there already."""
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    return insert(model)
