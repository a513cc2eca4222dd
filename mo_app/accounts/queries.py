"""Reads of accounts."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from mo_app.kernel.actor import Actor
from mo_app.kernel.errors import NotFound

from .models import AccountLog, Invitation, Organisation, Passkey, Person, Recovery, SignIn
from .models.sign_in import SIGN_IN_LASTS
from .operations.invitations import check_invitation
from .operations.recovery import check_recovery
from .tickets import hash_of_code, hash_of_secret, read_code


def open_invitation(*, session: Session, key: str, now: datetime) -> Invitation:
    """By its secret or its code. Raises the reason why it cannot be accepted."""
    code = read_code(key)
    found_by = (
        Invitation.code_hash == hash_of_code(code) if code else Invitation.secret_hash == hash_of_secret(key)
    )
    return check_invitation(session.scalar(select(Invitation).where(found_by)), now=now)


def open_recovery(*, session: Session, key: str, now: datetime) -> Recovery:
    """By its secret or its code. Raises the reason why it cannot be used."""
    code = read_code(key)
    found_by = (
        Recovery.code_hash == hash_of_code(code) if code else Recovery.secret_hash == hash_of_secret(key)
    )
    return check_recovery(session.scalar(select(Recovery).where(found_by)), now=now)


def is_recovery_code(*, session: Session, code: str) -> bool:
    return session.scalar(select(Recovery.id).where(Recovery.code_hash == hash_of_code(code))) is not None


def own_account(*, session: Session, actor: Actor) -> Person:
    return session.get_one(Person, actor.person_id, options=[selectinload(Person.organisation)])


def passkeys_of(*, session: Session, person_id: str) -> Sequence[Passkey]:
    return session.scalars(
        select(Passkey).where(Passkey.person_id == person_id).order_by(Passkey.created_at, Passkey.id)
    ).all()


def sign_ins_of(*, session: Session, person_id: str, now: datetime) -> Sequence[SignIn]:
    """Those that still count, the last seen first."""
    return session.scalars(
        select(SignIn)
        .where(SignIn.person_id == person_id, SignIn.last_seen_at > now - SIGN_IN_LASTS)
        .order_by(SignIn.last_seen_at.desc(), SignIn.id)
    ).all()


def log_of(*, session: Session, person_id: str) -> Sequence[tuple[AccountLog, str | None]]:
    """What was done to an account and the name of who did it, the latest first."""
    rows = session.execute(
        select(AccountLog, Person.name)
        .outerjoin(Person, Person.id == AccountLog.actor_id)
        .where(AccountLog.person_id == person_id)
        .order_by(AccountLog.at.desc(), AccountLog.id)
        .limit(50)
    )
    return [(entry, name) for entry, name in rows]


def own_passkey(*, session: Session, actor: Actor, passkey_id: str) -> Passkey:
    """Raises NotFound, also for those of others."""
    passkey = session.get(Passkey, passkey_id)
    if passkey is None or passkey.person_id != actor.person_id:
        raise NotFound
    return passkey


def get_person(*, session: Session, person_id: str) -> Person:
    person = session.get(Person, person_id)
    if person is None:
        raise NotFound
    return person


def people_found(*, session: Session, name: str = "", organisation_id: str | None = None) -> Sequence[Person]:
    """By a part of the name and by organisation, each where given; in the order of names."""
    query = select(Person).options(selectinload(Person.organisation)).order_by(Person.name, Person.id)
    if name.strip():
        query = query.where(Person.name.icontains(name.strip(), autoescape=True))
    if organisation_id:
        query = query.where(Person.organisation_id == organisation_id)
    return session.scalars(query).all()


def organisation_choices(*, session: Session) -> Sequence[tuple[str, str]]:
    """Id and name of all, in the order of names."""
    rows = session.execute(select(Organisation.id, Organisation.name).order_by(Organisation.name))
    return [(id_, name) for id_, name in rows]


def invitations_made(*, session: Session) -> Sequence[Invitation]:
    """The latest first."""
    return session.scalars(
        select(Invitation)
        .options(selectinload(Invitation.organisation))
        .order_by(Invitation.created_at.desc(), Invitation.id)
        .limit(200)
    ).all()


def demo_person(*, session: Session, role: str) -> Person | None:
    return session.scalar(select(Person).where(Person.demo_role == role))
