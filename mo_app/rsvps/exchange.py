"""``rsvp.set``: how a device's operation becomes a call, and its result."""

from typing import Any

from mo_app.sync import OperationCall, OperationKind

from .forms import RsvpSet
from .operations import set_rsvp
from .queries import waiting_number


def _apply(call: OperationCall) -> dict[str, Any]:
    payload: RsvpSet = call.payload
    rsvp = set_rsvp(
        session=call.session,
        actor=call.actor,
        now=call.now,
        event_id=payload.event,
        wish=payload.wish(),
        base=payload.base,
        device=call.device,
        seq=call.seq,
    )
    return {"state": rsvp.state, "number": waiting_number(call.session, rsvp)}


SET = OperationKind(kind="rsvp.set", payload=RsvpSet, apply=_apply)
