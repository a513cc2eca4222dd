"""Calendars out: the whole schedule to subscribe to, and one event to keep."""

from collections.abc import Callable, Sequence

from flask import Blueprint, Response, request

from mo_app.kernel.errors import NotFound
from mo_app.kernel.i18n import LANGUAGES
from mo_app.web.database import db
from mo_app.web.i18n import DEFAULT_LANGUAGE, speaking

from . import queries
from .calendar_out import Written, calendar_of, etag_of
from .doing import now
from .models import Event
from .queries import Version

blueprint = Blueprint("schedule", __name__)
written = Written()


@blueprint.get("/calendar.ics")
def calendar() -> Response:
    """``?lang=uk``; without it in German, not by what the app prefers: one address, one file."""
    wanted, since = request.args.get("lang", ""), now() - queries.KEPT_FOR
    with speaking(wanted if wanted in LANGUAGES else DEFAULT_LANGUAGE):
        tag = etag_of(queries.versions(db.session(), since))
        return _file(tag, "schedule.ics", lambda: queries.upcoming(db.session(), since))


@blueprint.get("/<language:language>/schedule/<event_id>.ics")
def event_calendar(event_id: str) -> Response:
    event = queries.event(db.session(), event_id)
    if event is None:
        raise NotFound
    tag = etag_of([Version(event.id, event.version)])
    return _file(tag, f"{event.first_day:%Y-%m-%d}.ics", lambda: [event])


def _file(tag: str, name: str, events: Callable[[], Sequence[Event]]) -> Response:
    response = Response(mimetype="text/calendar")
    response.headers["Cache-Control"] = "private, max-age=300"
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    response.set_etag(tag)
    if response.make_conditional(request).status_code != 304:
        response.set_data(written.get(tag, lambda: calendar_of(events())))
    return response
