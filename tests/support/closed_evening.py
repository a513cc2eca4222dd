"""An evening that is over: who was there, who walked in, what was closed, and what came later."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy.orm import Session

from mo_app.accounts.models import Person
from mo_app.checkin import operations
from mo_app.checkin.closing.figures import figures_of
from mo_app.checkin.closing.operations import close_event, fingerprint
from mo_app.checkin.closing.queries import latest_closing
from mo_app.checkin.exports.files import Format
from mo_app.checkin.exports.operations import What
from mo_app.checkin.merging.operations import merge_walk_in
from mo_app.checkin.models import Export
from tests.support.cast import Cast, clara_of


def make_evening(session: Session, cast: Cast, now: datetime, event: str = "past") -> str:
    """Everything that the page of the door can show; answers with the id of a walk-in who is still one."""
    event_id, clara = cast.events[event], clara_of(cast)
    doing: dict[str, Any] = {"session": session, "actor": clara, "now": now}

    def record() -> dict[str, Any]:
        return doing | {"id": str(uuid4()), "made_at": None, "event_id": event_id}

    def walk_in(name: str, organisation: str = "") -> str:
        about = {"organisation_id": None, "organisation_text": organisation, "party": 2, "consent": True}
        return operations.add_walk_in(name=name, **about, **record()).id

    def close(why: str) -> None:
        seen = fingerprint(figures_of(session, event_id), latest_closing(session, event_id))
        close_event(**doing, event_id=event_id, seen=seen, why=why, counted=9)

    bohdan = session.get_one(Person, cast.people["bohdan"])
    operations.check_in(person_id=cast.people["amina"], party=3, how="tap", **record())
    dina, again, known = walk_in("Dina Saad", "Lesya e. V."), walk_in("Saad, Dina"), walk_in("B. Shevchuk")
    walk_in(bohdan.name)
    merge_walk_in(**doing, event_id=event_id, walk_in=known, into=f"p:{bohdan.id}")
    close("")
    operations.enter_from_paper(person_id=cast.people["clara"], party=1, **record())
    close("Clara had signed the sheet")
    merge_walk_in(**doing, event_id=event_id, walk_in=again, into=f"w:{dina}", why="She came once")
    about = {"what": What.PEOPLE, "form": Format.CSV, "rows": 5}
    session.add(Export(event_id=event_id, at=now, actor_id=clara.person_id, **about))
    session.flush()
    return min(dina, again)
