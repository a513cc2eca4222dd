"""Whatever a roster says is touched where it is written, so that nothing below the door need know of rosters.

Listening to the models themselves reaches every way in which they are written: joining, the desk, the waiting
list that moves on, the demo.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, event, inspect
from sqlalchemy.orm import Mapper, object_session

from mo_app import sync
from mo_app.accounts.models import Organisation, Person
from mo_app.kernel.database import Base
from mo_app.rsvps.models import Rsvp
from mo_app.schedule import hooks
from mo_app.schedule.hooks import EventFacts
from mo_app.schedule.models import Event

WRITTEN = ("after_insert", "after_update", "after_delete")
OF_A_PERSON = ("name", "organisation_id", "role", "pass_code")
"""What a roster says of her; her language is nobody's concern there."""


def register() -> None:
    """Once, however many apps there are."""
    hooks.on_change(event_changed)
    heard: list[tuple[type[Base], str, Callable[..., None]]] = [
        *((Rsvp, moment, rsvp_written) for moment in WRITTEN),
        *((Organisation, moment, written) for moment in WRITTEN),
        (Person, "after_insert", written),
        (Person, "after_update", person_changed),
        (Person, "after_delete", written),
    ]
    for model, moment, listener in heard:
        if not event.contains(model, moment, listener):
            event.listen(model, moment, listener)


def event_changed(*, session: Any, event: Event, before: EventFacts | None, now: datetime) -> None:
    sync.touch_document(session, "roster", owner=event.id)


def rsvp_written(mapper: Mapper[Any], connection: Connection, rsvp: Rsvp) -> None:
    _touch(rsvp, rsvp.event_id)


def person_changed(mapper: Mapper[Any], connection: Connection, person: Person) -> None:
    state = inspect(person)
    if any(state.attrs[name].history.has_changes() for name in OF_A_PERSON):
        _touch(person)


def written(mapper: Mapper[Any], connection: Connection, it: object) -> None:
    _touch(it)


def _touch(it: object, event_id: str | None = None) -> None:
    """The roster of the event, or all of them."""
    session = object_session(it)
    if session is not None:
        sync.touch_document(session, "roster", owner=event_id)
