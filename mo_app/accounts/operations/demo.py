"""People of the demo, who come in by links instead of passkeys."""

from datetime import datetime

from sqlalchemy.orm import Session

from mo_app.accounts.models import Person
from mo_app.kernel.actor import Role


def add_demo_person(
    *,
    session: Session,
    name: str,
    language: str,
    role: Role,
    organisation_id: str | None,
    now: datetime,
    demo_role: str | None = None,
) -> Person:
    """``demo_role`` names the sign-in link that is hers."""
    person = Person(
        name=name,
        language=language,
        role=role,
        organisation_id=organisation_id,
        created_at=now,
        demo_role=demo_role,
    )
    session.add(person)
    session.flush()
    return person
