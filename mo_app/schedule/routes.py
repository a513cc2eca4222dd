"""Calendars out: the whole schedule to subscribe to, and one event to keep."""

from collections.abc import Sequence

from flask import Blueprint, Response, request

from mo_app.kernel.errors import NotFound
from mo_app.kernel.i18n import LANGUAGES
from mo_app.web.database import db
from mo_app.web.i18n import DEFAULT_LANGUAGE, speaking

from . import queries
from .calendar_out import calendar_of, etag_of
from .doing import now
from .models import Event

blueprint = Blueprint("schedule", __name__)


@blueprint.get("/calendar.ics")
def calendar() -> Response:
    """``?lang=uk``; without it in German, not by what the app prefers: one address, one file."""
    wanted = request.args.get("lang", "")
    events = queries.upcoming(db.session(), now() - queries.KEPT_FOR)  # and a year back
    with speaking(wanted if wanted in LANGUAGES else DEFAULT_LANGUAGE):
        return _file(events, "schedule.ics")


@blueprint.get("/<language:language>/schedule/<event_id>.ics")
def event_calendar(event_id: str) -> Response:
    event = queries.event(db.session(), event_id)
    if event is None:
        raise NotFound
    return _file([event], f"{event.first_day:%Y-%m-%d}.ics")


def _file(events: Sequence[Event], name: str) -> Response:
    response = Response(mimetype="text/calendar")
    response.headers["Cache-Control"] = "public, max-age=300"
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    response.set_etag(etag_of(events))
    if response.make_conditional(request).status_code != 304:
        response.set_data(calendar_of(events))
    return response
