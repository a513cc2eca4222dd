"""What a person has been told lately."""

from datetime import timedelta
from typing import Any

from sqlalchemy import or_, select

from mo_app.sync import DocumentView
from mo_app.web.i18n import say, speaking

from .models import Notice

SHOWN_FOR = timedelta(days=30)


def notices_part(view: DocumentView) -> list[dict[str, Any]]:
    """The part ``notices`` of ``mine``: what is unread or younger than thirty days, the newest first."""
    if view.actor is None:
        return []
    query = (
        select(Notice)
        .where(
            Notice.person_id == view.actor.person_id,
            or_(Notice.read_at.is_(None), Notice.made_at > view.now - SHOWN_FOR),
        )
        .order_by(Notice.made_at.desc(), Notice.id)
    )
    with speaking(view.language):
        return [_value(notice, view.language) for notice in view.session.scalars(query)]


def _value(notice: Notice, language: str) -> dict[str, Any]:
    return {
        "id": notice.id,
        "kind": notice.kind,
        "text": say(notice.message(language)),
        "url": notice.path,
        "made_at": notice.made_at.isoformat(),
        "read": notice.read_at is not None,
    }
