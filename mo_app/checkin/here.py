"""Checking oneself in: the address in the code at the door, and the poster that hangs there."""

from flask import Blueprint, Flask, redirect, render_template, url_for
from werkzeug.routing import BaseConverter
from werkzeug.wrappers import Response

from mo_app import sync
from mo_app.kernel.actor import Role
from mo_app.kernel.errors import NotFound
from mo_app.kernel.i18n import LANGUAGES, N_, Message
from mo_app.schedule import hooks
from mo_app.schedule import queries as schedule
from mo_app.web.database import db
from mo_app.web.guards import requires
from mo_app.web.i18n import current_language, say, speaking

from .codes import address_qr
from .doors import address_of, door_part, here_part, open_door
from .window import opens_at

SCAN_THIS = Message(N_("Are you a member? Scan this with your phone to check in."))

desk = Blueprint("checkin_door", __name__, url_prefix="/<language:language>/desk/events/<event_id>/door")


class CodeConverter(BaseConverter):
    regex = "[a-z2-7]{16}"


def register(app: Flask) -> None:
    app.url_map.converters["code"] = CodeConverter
    app.add_url_rule("/here/<code:event>/<code:code>", "here", _here)
    app.register_blueprint(desk)
    app.jinja_env.filters["check_in_opens"] = opens_at
    hooks.on_change(open_door)
    sync.register_part(app, document="mine", name="here", value=here_part)
    sync.register_part(app, document="roster", name="door", value=door_part)


def _here(event: str, code: str) -> Response:
    """Whoever scans it brings her own language.

    This address may stand in a server's log. The page is told the code in the fragment, so that it stays the
    same page, kept for everybody.
    """
    response = redirect(url_for("schedule.event", event=event, _anchor=f"here={code}"))
    response.headers["Vary"] = "Accept-Language, Cookie"
    return response


@desk.get("/poster")
@requires(Role.COORDINATOR)
def poster(event_id: str) -> str:
    event = schedule.event(db.session(), event_id)
    url = address_of(db.session(), event_id)
    if event is None or url is None:
        raise NotFound
    return render_template("checkin/poster.html", event=event, url=url, qr=address_qr(url), calls=_calls())


def _calls() -> list[tuple[str, str]]:
    """The same in every language, its own first: whoever comes reads one of them."""
    mine = current_language()
    calls = []
    for language in sorted(LANGUAGES, key=lambda each: each != mine):
        with speaking(language):
            calls.append((language, say(SCAN_THIS)))
    return calls
