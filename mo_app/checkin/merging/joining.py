"""A walk-in becomes a member: by an invitation, and what was recorded of her becomes hers when she joins."""

from datetime import datetime
from uuid import uuid4

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from mo_app.accounts import hooks
from mo_app.accounts.forms import INVITATION_LASTS
from mo_app.accounts.models import Invitation, Organisation, Person
from mo_app.accounts.operations.invitations import invite, revoke_invitation
from mo_app.accounts.operations.permissions import must_coordinate
from mo_app.checkin import operations
from mo_app.checkin.models import InvitedWalkIn, WalkIn
from mo_app.checkin.records import Records
from mo_app.kernel.actor import Actor, Role
from mo_app.kernel.errors import NotFound

from .likeness import key


def register(_app: Flask) -> None:
    hooks.on_join(walk_in_joined)


def invite_walk_in(*, session: Session, actor: Actor, now: datetime, event_id: str, walk_in_id: str) -> str:
    """The secret of an invitation with her name and organisation; an earlier one is good no longer.

    Raises NotFound, also where she was taken back or counts as somebody else.
    """
    must_coordinate(actor)
    walk_in = session.get(WalkIn, walk_in_id)
    present = Records(session, event_id).presence.present
    if walk_in is None or not walk_in.name or f"w:{walk_in_id}" not in present:
        raise NotFound
    _withdraw(session, actor, now, walk_in_id)
    invitation, secret = invite(
        session=session,
        actor=actor,
        role=Role.MEMBER,
        expires_at=now + INVITATION_LASTS,
        now=now,
        organisation_id=_organisation(session, walk_in),
        name=walk_in.name,
    )
    session.add(InvitedWalkIn(invitation_id=invitation.id, event_id=event_id, walk_in_id=walk_in_id))
    session.flush()
    return secret


def walk_in_joined(*, session: Session, person: Person, invitation: Invitation, now: datetime) -> None:
    """She was there: merged in the name of the coordinator who invited her."""
    invited = session.get(InvitedWalkIn, invitation.id)
    if invited is None or invitation.created_by is None:
        return
    operations.merge(
        walk_in=invited.walk_in_id,
        into=f"p:{person.id}",
        session=session,
        actor=Actor(invitation.created_by, Role.COORDINATOR, ""),
        now=now,
        id=str(uuid4()),
        made_at=None,
        event_id=invited.event_id,
    )
    session.flush()


def _withdraw(session: Session, actor: Actor, now: datetime, walk_in_id: str) -> None:
    """Its secret cannot be shown again, and two invitations would make two members of her."""
    query = select(Invitation).join(InvitedWalkIn, InvitedWalkIn.invitation_id == Invitation.id)
    for invitation in session.scalars(query.where(InvitedWalkIn.walk_in_id == walk_in_id)):
        if invitation.is_open(now):
            revoke_invitation(session=session, actor=actor, invitation_id=invitation.id, now=now)


def _organisation(session: Session, walk_in: WalkIn) -> str | None:
    """The one that was chosen, or that is called as somebody typed it."""
    typed = key(walk_in.organisation_text)
    if walk_in.organisation_id or not typed:
        return walk_in.organisation_id
    rows = session.execute(select(Organisation.id, Organisation.name).order_by(Organisation.name))
    return next((row.id for row in rows if key(row.name) == typed), None)
