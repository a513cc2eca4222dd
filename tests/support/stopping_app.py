"""The app as it is, in a process that stands still at one point, for a test to kill it there.

MO_TEST_STOP_AT is the beginning of an SQL statement, ``COMMIT``, or ``ANSWER``; MO_TEST_STOPPED is a named
pipe that the process writes to once it has got there.
"""

import os
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.engine import Engine

from app import app

__all__ = ["app"]

PLACE = os.environ["MO_TEST_STOP_AT"]
PIPE = Path(os.environ["MO_TEST_STOPPED"])


def stand_still() -> None:
    PIPE.write_text(f"{PLACE}\n")  # waits for the reader
    threading.Event().wait()


@event.listens_for(Engine, "before_cursor_execute")
def before_statement(conn: Connection, cursor: Any, statement: str, *rest: Any) -> None:
    if statement.startswith(PLACE):
        stand_still()
    conn.info["in ledger"] = conn.info.get("in ledger") or statement.startswith("INSERT INTO ledger")


@event.listens_for(Engine, "commit")
def before_commit(conn: Connection) -> None:
    if PLACE == "COMMIT" and conn.info.pop("in ledger", False):
        stand_still()


def answering(environ: dict[str, Any], start_response: Any, inner: Any = app.wsgi_app) -> Iterable[bytes]:
    answer = inner(environ, start_response)
    if PLACE == "ANSWER" and environ["PATH_INFO"] == "/sync":
        stand_still()
    return answer


app.wsgi_app = answering
