"""Somebody checks herself in, with the code that hangs at the door."""

from typing import Unpack

from mo_app.checkin.doors import code_of
from mo_app.checkin.models import Scan
from mo_app.checkin.models.records import SELF
from mo_app.checkin.window import check_code, check_window
from mo_app.kernel.errors import Forbidden
from mo_app.rsvps.errors import EventUnknown
from mo_app.schedule.models import Event

from .passes import PASS_HOLDERS
from .records import Doing, add_scan


def check_oneself_in(*, code: str, party: int, **doing: Unpack[Doing]) -> Scan:
    """She is here, and so many with her: by her own word, and the code's that she is at the door.

    Raises Forbidden, EventUnknown, WrongDoor, DoorNotOpen and DoorClosed.
    """
    session, actor = doing["session"], doing["actor"]
    if actor.role not in PASS_HOLDERS:
        raise Forbidden
    event = session.get(Event, doing["event_id"])
    if event is None:
        raise EventUnknown
    check_code(code, code_of(session, event.id))
    check_window(event, made_at=doing["made_at"], now=doing["now"])
    return add_scan(person_id=actor.person_id, party=party, how=SELF, by=SELF, **doing)
