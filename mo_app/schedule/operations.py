"""What coordinators do to events by hand."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from mo_app.kernel.actor import Actor
from mo_app.kernel.errors import DomainError
from mo_app.kernel.i18n import N_

from .changes import Changes, only_coordinators
from .models import Event


class ChangedMeanwhile(DomainError):
    code = "event_changed_meanwhile"
    status = 409
    text = N_("Somebody changed this event while you were editing it.")


class AlreadyCancelled(DomainError):
    code = "event_already_cancelled"
    status = 409
    text = N_("This event is cancelled already.")


def create_event(*, session: Session, actor: Actor, now: datetime, values: Mapping[str, Any]) -> Event:
    """``values``: columns of Event, as ``forms`` checked them."""
    only_coordinators(actor)
    event = Event(**values)
    with Changes(session, actor, now) as changes:
        changes.add(event, what="created")
    return event


def edit_event(
    *, session: Session, actor: Actor, now: datetime, event: Event, values: Mapping[str, Any], version: int
) -> Event:
    """Raises ChangedMeanwhile where the editor saw another version than the present one."""
    only_coordinators(actor)
    if event.version != version:
        raise ChangedMeanwhile
    with Changes(session, actor, now) as changes:
        changes.change(event, values, what="edited")
    return event


def cancel_event(
    *, session: Session, actor: Actor, now: datetime, event: Event, reason: Mapping[str, str]
) -> Event:
    """People see the reason, by language; raises AlreadyCancelled."""
    only_coordinators(actor)
    if event.is_cancelled:
        raise AlreadyCancelled
    values = {"cancelled_at": now, "cancel_reason": dict(reason)}
    with Changes(session, actor, now) as changes:
        changes.change(event, values, what="cancelled")
    return event


def restore_event(*, session: Session, actor: Actor, now: datetime, event: Event) -> Event:
    """It takes place after all. Saying so twice is harmless."""
    only_coordinators(actor)
    values: dict[str, Any] = {"cancelled_at": None, "cancel_reason": {}}
    with Changes(session, actor, now) as changes:
        changes.change(event, values, what="restored")
    return event
