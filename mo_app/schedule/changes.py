"""How events change: with their history, the pages that read differently, and those who must hear of it."""

from collections.abc import Mapping
from datetime import datetime
from types import TracebackType
from typing import Any

from sqlalchemy.orm import Session

from mo_app import sync
from mo_app.kernel.actor import Actor, Role
from mo_app.kernel.errors import Forbidden

from . import hooks
from .hooks import EventFacts
from .models import Event, EventChange

OPERATOR = Actor(person_id="", role=Role.COORDINATOR, sign_in_id="")
"""Whoever may use the command line of the server."""

LISTS = ("/", "/schedule", "/schedule/past")


def only_coordinators(actor: Actor) -> None:
    if actor.role is not Role.COORDINATOR:
        raise Forbidden


class Changes:
    """Collects what one actor does to events; at its end everybody hears of it, once.

    ``with Changes(session, actor, now) as changes: changes.add(…); changes.change(…)``
    """

    def __init__(self, session: Session, actor: Actor, now: datetime) -> None:
        self._session = session
        self._actor = actor
        self._now = now
        self._done: list[tuple[Event, EventFacts | None, str, dict[str, Any]]] = []

    def __enter__(self) -> "Changes":
        return self

    def add(self, event: Event, *, what: str) -> None:
        event.created_at = event.updated_at = self._now
        self._session.add(event)
        self._done.append((event, None, what, {}))

    def change(self, event: Event, values: Mapping[str, Any], *, what: str) -> None:
        """Sets the columns that differ; where none does, nothing happened."""
        changed = {name: value for name, value in values.items() if getattr(event, name) != value}
        if not changed:
            return
        details = {name: [_json(getattr(event, name)), _json(value)] for name, value in changed.items()}
        self._done.append((event, hooks.facts_of(event), what, details))
        for name, value in changed.items():
            setattr(event, name, value)
        event.updated_at = self._now

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None:
            return
        self._session.flush()
        if not self._done:
            return
        self._session.add_all(self._history())
        self._session.flush()
        sync.touch_pages(self._session, [*LISTS, *(f"/schedule/{event.id}" for event, *_ in self._done)])
        sync.touch_document(self._session, "figures")
        for event, before, *_ in self._done:
            hooks.tell(session=self._session, event=event, before=before, now=self._now)

    def _history(self) -> list[EventChange]:
        person = self._actor.person_id or None
        return [
            EventChange(event_id=event.id, at=self._now, person_id=person, what=what, details=details)
            for event, _, what, details in self._done
        ]


def _json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
