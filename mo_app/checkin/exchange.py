"""How what a device brings from the door becomes calls."""

from typing import Any

from mo_app.sync import OperationCall, OperationKind

from .forms import CheckinPaper, CheckinScan, CheckinSelf, CheckinUndo, CheckinWalkIn, WalkInMerge
from .operations import Doing, add_walk_in, check_in, check_oneself_in, enter_from_paper, merge, undo


def _doing(call: OperationCall) -> Doing:
    return {
        "session": call.session,
        "actor": call.actor,
        "now": call.now,
        "id": call.id,
        "made_at": call.made_at,
        "event_id": call.payload.event,
    }


def _scan(call: OperationCall) -> None:
    scan: CheckinScan = call.payload
    check_in(person_id=scan.person, party=scan.party, how=scan.how, **_doing(call))


def _paper(call: OperationCall) -> None:
    scan: CheckinPaper = call.payload
    enter_from_paper(person_id=scan.person, party=scan.party, **_doing(call))


def _self(call: OperationCall) -> None:
    arrival: CheckinSelf = call.payload
    check_oneself_in(code=arrival.code, party=arrival.party, **_doing(call))


def _walk_in(call: OperationCall) -> None:
    walk_in: CheckinWalkIn = call.payload
    about: dict[str, Any] = walk_in.model_dump(exclude={"event", "organisation"})
    add_walk_in(organisation_id=walk_in.organisation, **about, **_doing(call))


def _undo(call: OperationCall) -> None:
    undo(of=call.payload.of, **_doing(call))


def _merge(call: OperationCall) -> None:
    payload: WalkInMerge = call.payload
    merge(walk_in=payload.walk_in, into=payload.into, **_doing(call))


KINDS = (
    OperationKind(kind="checkin.scan", payload=CheckinScan, apply=_scan, by_stations=True),
    OperationKind(kind="checkin.paper", payload=CheckinPaper, apply=_paper, by_stations=True),
    OperationKind(kind="checkin.self", payload=CheckinSelf, apply=_self),
    OperationKind(kind="checkin.walk_in", payload=CheckinWalkIn, apply=_walk_in, by_stations=True),
    OperationKind(kind="checkin.undo", payload=CheckinUndo, apply=_undo, by_stations=True),
    OperationKind(kind="walk_in.merge", payload=WalkInMerge, apply=_merge, by_stations=True),
)
