"""Who must hear of people. Features that build upon accounts register here."""

from datetime import datetime
from typing import Protocol

from sqlalchemy.orm import Session

from .models import Invitation, Person


class JoinListener(Protocol):
    def __call__(self, *, session: Session, person: Person, invitation: Invitation, now: datetime) -> None:
        """In the transaction in which she joins, after its flush."""


_join_listeners: dict[str, JoinListener] = {}


def on_join(listener: JoinListener) -> JoinListener:
    """Once per function, however often its feature registers it."""
    name = f"{getattr(listener, '__module__', '')}.{getattr(listener, '__qualname__', id(listener))}"
    _join_listeners[name] = listener
    return listener


def joined(*, session: Session, person: Person, invitation: Invitation, now: datetime) -> None:
    for listener in tuple(_join_listeners.values()):
        listener(session=session, person=person, invitation=invitation, now=now)
