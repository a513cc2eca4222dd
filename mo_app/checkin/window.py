"""When, and with what, somebody may check herself in."""

import hmac
from datetime import datetime, timedelta

from mo_app.kernel.errors import DomainError
from mo_app.kernel.i18n import N_
from mo_app.schedule.models import Event

OPENS_BEFORE = timedelta(hours=1)
TAKEN_FOR = timedelta(days=7)
"""After the end, from devices that were without a connection."""


class WrongDoor(DomainError):
    code = "wrong_door"
    status = 409
    text = N_("This is not the code at this event's door. Please scan it again, or ask at the door.")


class DoorNotOpen(DomainError):
    code = "door_not_open"
    status = 409
    text = N_("You can check in from one hour before the event. Please do it when you are there.")


class DoorClosed(DomainError):
    code = "door_closed"
    status = 409
    text = N_("You can check in until the end of the event. If you were there, please tell a coordinator.")


def opens_at(event: Event) -> datetime:
    return event.starts_at - OPENS_BEFORE


def closes_at(event: Event) -> datetime:
    return event.over_at


def check_code(said: str, expected: str | None) -> None:
    """Takes as long for a code that is nearly right as for any other. Raises WrongDoor."""
    if expected is None or not hmac.compare_digest(said.encode(), expected.encode()):
        raise WrongDoor


def check_window(event: Event, *, made_at: datetime | None, now: datetime) -> None:
    """``made_at`` is the device's word; what came at an impossible time was not made in time either.

    Raises DoorNotOpen and DoorClosed.
    """
    made = now if made_at is None else made_at
    if min(made, now) < opens_at(event):
        raise DoorNotOpen
    if made > closes_at(event) or now > closes_at(event) + TAKEN_FOR:
        raise DoorClosed
