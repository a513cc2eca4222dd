"""One database session and one transaction a request.

A request with an unsafe method is a write: it takes the write lock when it begins (SQLite: ``BEGIN
IMMEDIATE``), so that two writers queue up instead of one failing half-way, and commits when the view has
answered with less than 400.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from flask import Flask, Response, current_app, request
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Connection, Engine, event
from sqlalchemy.orm import Session

from mo_app.kernel.database import Base
from mo_app.settings import Settings

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
BUSY_TIMEOUT = 10_000  # milliseconds

db = SQLAlchemy(model_class=Base)

View = TypeVar("View", bound=Callable[..., Any])


def register(app: Flask) -> None:
    settings: Settings = app.extensions["settings"]
    settings.data.mkdir(parents=True, exist_ok=True)
    app.config["SQLALCHEMY_DATABASE_URI"] = settings.database_url
    db.init_app(app)
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            prepare_sqlite(db.engine)
    app.before_request(_begin)
    app.after_request(_end)


def begin_write() -> None:
    """Begin a new transaction that writes; what was only read before is let go."""
    db.session.rollback()
    db.session.connection(execution_options={"mo_write": True})


@contextmanager
def writing() -> Iterator[Session]:
    """A transaction for a view that manages its own: committed at the end, let go if anything is raised."""
    begin_write()
    try:
        yield db.session()
        db.session.commit()
    except BaseException:
        db.session.rollback()
        raise


def begin_read() -> None:
    """From here on everything read is of one moment. A transaction of SQLite is that by itself."""
    if db.engine.dialect.name == "postgresql":
        db.session.rollback()
        db.session.connection(execution_options={"isolation_level": "REPEATABLE READ"})


def manages_transactions(view: View) -> View:
    """Mark a view that begins and commits by itself."""
    view.manages_transactions = True  # type: ignore[attr-defined]
    return view


def prepare_sqlite(engine: Engine) -> None:
    """WAL, durable commits, foreign keys; transactions begin when SQLAlchemy says so."""

    @event.listens_for(engine, "connect")
    def connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        write = connection.get_execution_options().get("mo_write")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def is_write() -> bool:
    """Whether the request's transaction takes the write lock and is committed with the answer."""
    view = current_app.view_functions.get(request.endpoint or "")
    return request.method not in SAFE_METHODS and not hasattr(view, "manages_transactions")


def _begin() -> None:
    if is_write():
        begin_write()


def _end(response: Response) -> Response:
    """What only read is let go by Flask-SQLAlchemy when the request ends."""
    if is_write():
        if response.status_code < 400:
            db.session.commit()
        else:
            db.session.rollback()
    return response
