"""Closing an event at the desk."""

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from mo_app.accounts.names import JOINERS
from mo_app.checkin.closing.errors import FiguresChanged
from mo_app.checkin.closing.operations import close_event
from mo_app.checkin.models.closing import COUNTED_MOST
from mo_app.kernel.actor import Role
from mo_app.kernel.errors import Invalid
from mo_app.schedule.doing import doing
from mo_app.web.guards import requires

from .blueprint import desk
from .door import door_page

IMPOSSIBLE = COUNTED_MOST + 1


@desk.post("/door/closings")
@requires(Role.COORDINATOR)
def close(event_id: str) -> Response | tuple[str, int]:
    typed = request.form
    try:
        close_event(
            **doing(),
            event_id=event_id,
            seen=typed.get("seen", ""),
            why=typed_why(),
            counted=_counted(typed.get("counted", "")),
        )
    except Invalid as error:
        return door_page(event_id, form=typed, errors=error.fields), error.status
    except FiguresChanged as error:
        return door_page(event_id, form=typed, refused=error.message), error.status
    return redirect(url_for(".door", event_id=event_id, done="closed"), 303)


def typed_why() -> str:
    """One line of what can be seen."""
    typed = request.form.get("why", "")
    return " ".join("".join(char if char.isprintable() or char in JOINERS else " " for char in typed).split())


def _counted(typed: str) -> int | None:
    typed = typed.strip()
    if not typed:
        return None
    return int(typed) if typed.isdecimal() and len(typed) < 6 else IMPOSSIBLE
