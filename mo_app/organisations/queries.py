"""Reads of organisations."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mo_app.accounts.models import Organisation, Person
from mo_app.kernel.errors import NotFound


def organisations_counted(*, session: Session) -> Sequence[tuple[Organisation, int]]:
    """All, in the order of names, each with the number of its people."""
    rows = session.execute(
        select(Organisation, func.count(Person.id))
        .outerjoin(Person, Person.organisation_id == Organisation.id)
        .group_by(Organisation.id)
        .order_by(Organisation.name)
    )
    return [(organisation, count) for organisation, count in rows]


def get_organisation(*, session: Session, organisation_id: str) -> Organisation:
    organisation = session.get(Organisation, organisation_id)
    if organisation is None:
        raise NotFound
    return organisation
