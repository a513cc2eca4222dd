"""The part ``person`` of the document ``mine``."""

from typing import Any

from mo_app.sync import DocumentView

from .models import Person


def person_part(view: DocumentView) -> dict[str, Any] | None:
    """None for who is no longer known."""
    person = view.session.get(Person, view.actor.person_id) if view.actor else None
    if person is None:
        return None
    organisation = person.organisation
    return {
        "id": person.id,
        "name": person.name,
        "role": person.role.value,
        "language": person.language,
        "organisation": {"id": organisation.id, "name": organisation.name} if organisation else None,
    }
