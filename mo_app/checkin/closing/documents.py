"""The part ``closed_at`` of the document ``door/<event>``."""

from mo_app.sync import DocumentView

from .queries import closed_at


def closed_at_part(view: DocumentView) -> str | None:
    at = closed_at(view.session, view.key) if view.key else None
    return at.isoformat() if at else None
