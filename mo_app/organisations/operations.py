"""The only writes to organisations."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from mo_app.accounts.models import Organisation
from mo_app.accounts.operations.permissions import must_coordinate
from mo_app.kernel.actor import Actor
from mo_app.kernel.errors import Invalid, NotFound
from mo_app.kernel.i18n import N_, Message
from mo_app.sync import touch_document


def add_organisation(*, session: Session, actor: Actor | None, name: str, now: datetime) -> Organisation:
    """Raises Invalid at ``name`` where another one is called so."""
    must_coordinate(actor)
    _must_be_free(session, name)
    organisation = Organisation(name=name, created_at=now)
    session.add(organisation)
    session.flush()
    return organisation


def rename_organisation(
    *, session: Session, actor: Actor | None, organisation_id: str, name: str
) -> Organisation:
    """Raises Invalid at ``name`` where another one is called so."""
    must_coordinate(actor)
    organisation = session.get(Organisation, organisation_id)
    if organisation is None:
        raise NotFound
    _must_be_free(session, name, but=organisation_id)
    organisation.name = name
    session.flush()
    for person in organisation.people:
        touch_document(session, "mine", owner=person.id)
    return organisation


def _must_be_free(session: Session, name: str, but: str | None = None) -> None:
    taken = session.scalar(select(Organisation.id).where(Organisation.name == name))
    if taken is not None and taken != but:
        raise Invalid({"name": Message(N_("There is an organisation of this name already."))})
