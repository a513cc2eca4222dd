"""The pass of a person: what she holds to the camera at the door."""

from sqlalchemy.orm import Session

from mo_app.accounts.models import Person
from mo_app.kernel.actor import Actor, Role
from mo_app.kernel.errors import Forbidden
from mo_app.kernel.ids import new_id
from mo_app.sync import touch_document

PASS_HOLDERS = frozenset({Role.MEMBER, Role.CONTACT, Role.COORDINATOR})
"""Whoever may be on a roster; the city's reviewers are not."""


def renew_pass(*, session: Session, actor: Actor) -> str:
    """Another code from now on; the one before is nobody's. Raises Forbidden."""
    if actor.role not in PASS_HOLDERS:
        raise Forbidden
    person = session.get_one(Person, actor.person_id)
    person.pass_code = new_id()
    session.flush()
    touch_document(session, "mine", owner=person.id)
    return person.pass_code
