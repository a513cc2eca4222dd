"""Closing an event: its figures stay as they are at that moment."""

import hashlib
import json
from datetime import datetime

from sqlalchemy.orm import Session

from mo_app import sync
from mo_app.accounts.operations.permissions import must_coordinate
from mo_app.checkin.models import Closing
from mo_app.checkin.models.closing import COUNTED_MOST, WHY_LENGTH
from mo_app.kernel.actor import Actor
from mo_app.kernel.errors import Invalid
from mo_app.kernel.i18n import N_, Message
from mo_app.rsvps.errors import EventUnknown
from mo_app.schedule import queries as schedule

from .changes import all_records
from .errors import FiguresChanged, NotBegun
from .figures import Figures, figures_of
from .queries import latest_closing


def close_event(
    *,
    session: Session,
    actor: Actor,
    now: datetime,
    event_id: str,
    seen: str,
    why: str = "",
    counted: int | None = None,
) -> Closing:
    """Freeze the figures, or take into them what came since; the latter needs a reason.

    ``seen`` is the fingerprint of the figures that the coordinator looked at, ``counted`` the heads that
    somebody counted by hand. Raises EventUnknown, NotBegun, FiguresChanged, and Invalid at ``why`` and
    ``counted``.
    """
    must_coordinate(actor)
    event = schedule.event_to_change(session, event_id)
    if event is None:
        raise EventUnknown
    if now < event.starts_at:
        raise NotBegun
    latest, figures = latest_closing(session, event_id), figures_of(session, event_id)
    _check(why, counted, again=latest is not None)
    if seen != fingerprint(figures, latest):
        raise FiguresChanged
    closing = Closing(
        event_id=event_id,
        at=now,
        actor_id=actor.person_id,
        why=why,
        figures=figures.as_json(),
        records=[record.id for record in all_records(session, event_id)],
        counted=counted,
    )
    session.add(closing)
    session.flush()
    sync.touch_document(session, "door", owner=event_id)
    return closing


def fingerprint(figures: Figures, latest: Closing | None) -> str:
    """The same as long as nothing that closing would freeze has changed."""
    text = json.dumps([figures.as_json(), latest.id if latest else None], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def check_why(why: str) -> None:
    """Raises Invalid at ``why``."""
    if not why:
        raise Invalid({"why": Message(N_("Please say why. It stands in the history."))})
    if len(why) > WHY_LENGTH:
        raise Invalid({"why": Message(N_("Please use at most %(num)s characters."), {"num": WHY_LENGTH})})


def _check(why: str, counted: int | None, *, again: bool) -> None:
    if why or again:
        check_why(why)
    if counted is not None and not 0 <= counted <= COUNTED_MOST:
        limits = {"least": 0, "most": COUNTED_MOST}
        raise Invalid({"counted": Message(N_("Please enter a number from %(least)s to %(most)s."), limits)})
