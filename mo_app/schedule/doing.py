"""What every operation is called with, taken from the request."""

from datetime import datetime
from typing import TypedDict

from flask import current_app
from sqlalchemy.orm import Session

from mo_app.kernel.actor import Actor
from mo_app.web.database import db
from mo_app.web.guards import current_actor


class Doing(TypedDict):
    session: Session
    actor: Actor
    now: datetime


def doing() -> Doing:
    """``operation(**doing(), …)``; raises SignInRequired."""
    return {"session": db.session(), "actor": current_actor(), "now": now()}


def now() -> datetime:
    moment: datetime = current_app.extensions["clock"].now()
    return moment
