"""Attendance as a file. A form that posts, because it is written down who took it."""

from flask import Response, request

from mo_app.checkin.exports.files import MIMETYPES, Format
from mo_app.checkin.exports.operations import What, export_attendance
from mo_app.kernel.actor import Role
from mo_app.kernel.errors import NotFound
from mo_app.schedule.doing import doing
from mo_app.web.guards import requires

from .blueprint import desk, found_event


@desk.post("/door/exports")
@requires(Role.COORDINATOR, Role.REVIEWER)
def export(event_id: str) -> Response:
    try:
        what, form = What(request.form.get("what", "")), Format(request.form.get("form", ""))
    except ValueError:
        raise NotFound from None
    file = export_attendance(**doing(), event=found_event(event_id), what=what, form=form)
    disposition = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    return Response(file.data, content_type=MIMETYPES[form], headers=disposition)
