"""Invitations: made, withdrawn, accepted."""

from datetime import datetime
from typing import cast

from sqlalchemy import CursorResult, update
from sqlalchemy.orm import Session

from mo_app.accounts import hooks
from mo_app.accounts.ceremonies import Credential, RelyingParty
from mo_app.accounts.errors import InvitationExpired, InvitationRevoked, InvitationUnknown, InvitationUsed
from mo_app.accounts.models import Challenge, Invitation, Passkey, Person
from mo_app.accounts.tickets import code_of, hash_of_code, hash_of_secret, new_secret
from mo_app.kernel.actor import Actor, Role
from mo_app.kernel.errors import NotFound

from .log import write_log
from .passkeys import store_passkey
from .people import must_exist
from .permissions import must_coordinate


def invite(
    *,
    session: Session,
    actor: Actor | None,
    role: Role,
    expires_at: datetime,
    now: datetime,
    organisation_id: str | None = None,
    name: str | None = None,
    uses: int = 1,
) -> tuple[Invitation, str]:
    """The invitation, and its secret, which cannot be had again."""
    return _make_invitation(
        session=session,
        actor=must_coordinate(actor),
        role=role,
        expires_at=expires_at,
        now=now,
        organisation_id=organisation_id,
        name=name,
        uses=uses,
    )


def invite_as_operator(
    *, session: Session, role: Role, expires_at: datetime, now: datetime, name: str | None = None
) -> tuple[Invitation, str]:
    """For who has the server itself: how the first coordinator comes in."""
    return _make_invitation(session=session, actor=None, role=role, expires_at=expires_at, now=now, name=name)


def revoke_invitation(*, session: Session, actor: Actor | None, invitation_id: str, now: datetime) -> None:
    must_coordinate(actor)
    invitation = session.get(Invitation, invitation_id)
    if invitation is None:
        raise NotFound
    if invitation.revoked_at is None:
        invitation.revoked_at = now
        write_log(
            session=session, actor=actor, action="invitation.revoked", now=now, invitation=invitation_id
        )
    session.flush()


def forget_name_on_invitation(*, session: Session, invitation_id: str) -> None:
    """Who was meant is no longer to be known."""
    session.execute(update(Invitation).where(Invitation.id == invitation_id).values(name=None))


def check_invitation(invitation: Invitation | None, *, now: datetime) -> Invitation:
    """Raises the reason why it cannot be accepted (any more)."""
    if invitation is None:
        raise InvitationUnknown
    if invitation.revoked_at is not None:
        raise InvitationRevoked
    if invitation.uses_left == 0:
        raise InvitationUsed
    if invitation.expires_at <= now:
        raise InvitationExpired
    return invitation


def accept_invitation(
    *,
    session: Session,
    rp: RelyingParty,
    credential: Credential,
    challenge: Challenge,
    device: str,
    now: datetime,
) -> Passkey:
    """The first passkey of a new person, with the name and language that the challenge was posed with."""
    invitation = check_invitation(session.get(Invitation, challenge.ticket_id), now=now)
    _count_use(session, invitation)
    person = Person(
        id=challenge.person_id,
        name=challenge.name,
        language=challenge.language,
        role=invitation.role,
        organisation_id=invitation.organisation_id,
        created_at=now,
    )
    session.add(person)
    session.flush()
    passkey = store_passkey(
        session=session, rp=rp, credential=credential, challenge=challenge, device=device, now=now
    )
    write_log(
        session=session,
        actor=None,
        action="person.joined",
        person_id=person.id,
        now=now,
        invitation=invitation.id,
    )
    hooks.joined(session=session, person=person, invitation=invitation, now=now)
    return passkey


def _count_use(session: Session, invitation: Invitation) -> None:
    """Of two who take the last use at once, one gets it."""
    counted = session.execute(
        update(Invitation)
        .where(Invitation.id == invitation.id, Invitation.uses < Invitation.uses_allowed)
        .values(uses=Invitation.uses + 1)
    )
    if cast("CursorResult[object]", counted).rowcount == 0:
        raise InvitationUsed
    session.refresh(invitation)


def _make_invitation(
    *,
    session: Session,
    actor: Actor | None,
    role: Role,
    expires_at: datetime,
    now: datetime,
    organisation_id: str | None = None,
    name: str | None = None,
    uses: int = 1,
) -> tuple[Invitation, str]:
    must_exist(session, organisation_id)
    secret = new_secret()
    invitation = Invitation(
        secret_hash=hash_of_secret(secret),
        code_hash=hash_of_code(code_of(secret)),
        role=role,
        organisation_id=organisation_id,
        name=name,
        uses_allowed=uses,
        created_at=now,
        created_by=actor.person_id if actor else None,
        expires_at=expires_at,
    )
    session.add(invitation)
    session.flush()
    write_log(
        session=session, actor=actor, action="invitation.made", now=now, invitation=invitation.id, role=role
    )
    return invitation, secret
