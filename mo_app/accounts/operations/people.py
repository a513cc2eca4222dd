"""Changes to who somebody is."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mo_app.accounts.errors import LastCoordinator
from mo_app.accounts.models import Organisation, Person
from mo_app.kernel.actor import Actor, Role
from mo_app.kernel.errors import Invalid, NotFound
from mo_app.kernel.i18n import N_, Message
from mo_app.sync import touch_document

from .log import write_log
from .permissions import must_be_signed_in, must_coordinate


def edit_own_profile(*, session: Session, actor: Actor | None, name: str, language: str) -> Person:
    person = session.get_one(Person, must_be_signed_in(actor).person_id)
    person.name, person.language = name, language
    session.flush()
    touch_document(session, "mine", owner=person.id)
    return person


def edit_person(
    *,
    session: Session,
    actor: Actor | None,
    person_id: str,
    name: str,
    role: Role,
    organisation_id: str | None,
    now: datetime,
) -> Person:
    """Raises LastCoordinator where nobody would be left who can undo it."""
    actor = must_coordinate(actor)
    person = session.get(Person, person_id)
    if person is None:
        raise NotFound
    must_exist(session, organisation_id)
    if role is not person.role:
        _change_role(session, actor, person, role, now)
    person.name, person.organisation_id = name, organisation_id
    session.flush()
    touch_document(session, "mine", owner=person.id)
    return person


def must_exist(session: Session, organisation_id: str | None) -> None:
    """Raises Invalid at ``organisation``."""
    if organisation_id is not None and session.get(Organisation, organisation_id) is None:
        raise Invalid({"organisation": Message(N_("This organisation does not exist, or no longer."))})


def _change_role(session: Session, actor: Actor, person: Person, role: Role, now: datetime) -> None:
    if person.role is Role.COORDINATOR and _coordinators(session) == 1:
        raise LastCoordinator
    write_log(
        session=session,
        actor=actor,
        action="role.changed",
        person_id=person.id,
        now=now,
        before=person.role,
        after=role,
    )
    person.role = role


def _coordinators(session: Session) -> int:
    return session.scalar(select(func.count()).where(Person.role == Role.COORDINATOR)) or 0
