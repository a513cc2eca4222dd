"""Recovery in person: a coordinator shows a code, the member makes a new passkey and is told of it."""

from datetime import datetime
from typing import cast

from sqlalchemy import CursorResult, update
from sqlalchemy.orm import Session

from mo_app.accounts.ceremonies import Credential, RelyingParty
from mo_app.accounts.errors import RecoveryExpired, RecoveryUnknown, RecoveryUsed
from mo_app.accounts.models import Challenge, Passkey, Person, Recovery
from mo_app.accounts.models.recovery import RECOVERY_LASTS
from mo_app.accounts.tickets import code_of, hash_of_code, hash_of_secret, new_secret
from mo_app.kernel.actor import Actor
from mo_app.kernel.errors import NotFound
from mo_app.kernel.i18n import N_, Message
from mo_app.notices.operations import notify

from .log import write_log
from .passkeys import store_passkey
from .permissions import must_coordinate
from .sign_ins import end_all_sign_ins


def start_recovery(
    *, session: Session, actor: Actor | None, person_id: str, now: datetime
) -> tuple[Recovery, str]:
    """The recovery, and its secret, which cannot be had again; earlier ones of the same person end."""
    actor = must_coordinate(actor)
    if session.get(Person, person_id) is None:
        raise NotFound
    session.execute(
        update(Recovery)
        .where(Recovery.person_id == person_id, Recovery.used_at.is_(None), Recovery.expires_at > now)
        .values(expires_at=now)
    )
    secret = new_secret()
    recovery = Recovery(
        person_id=person_id,
        secret_hash=hash_of_secret(secret),
        code_hash=hash_of_code(code_of(secret)),
        created_at=now,
        created_by=actor.person_id,
        expires_at=now + RECOVERY_LASTS,
    )
    session.add(recovery)
    session.flush()
    write_log(session=session, actor=actor, action="recovery.started", person_id=person_id, now=now)
    return recovery, secret


def check_recovery(recovery: Recovery | None, *, now: datetime) -> Recovery:
    """Raises the reason why it cannot be used (any more)."""
    if recovery is None:
        raise RecoveryUnknown
    if recovery.used_at is not None:
        raise RecoveryUsed
    if recovery.expires_at <= now:
        raise RecoveryExpired
    return recovery


def recover(
    *,
    session: Session,
    rp: RelyingParty,
    credential: Credential,
    challenge: Challenge,
    device: str,
    now: datetime,
) -> Passkey:
    """A new passkey for the person, who is told of it; whoever has the lost device is signed out."""
    recovery = check_recovery(session.get(Recovery, challenge.ticket_id), now=now)
    _use_up(session, recovery, now)
    passkey = store_passkey(
        session=session, rp=rp, credential=credential, challenge=challenge, device=device, now=now
    )
    end_all_sign_ins(session=session, person_id=recovery.person_id)
    write_log(session=session, actor=None, action="recovery.used", person_id=recovery.person_id, now=now)
    coordinator = session.get_one(Person, recovery.created_by)
    notify(
        session=session,
        person_id=recovery.person_id,
        kind="account.recovered",
        text=Message(
            N_(
                "With the help of %(coordinator)s a new passkey was made for you."
                " If that was not you, remove it and speak to another coordinator."
            ),
            {"coordinator": coordinator.name},
        ),
        path="/account",
        now=now,
    )
    return passkey


def _use_up(session: Session, recovery: Recovery, now: datetime) -> None:
    used = session.execute(
        update(Recovery).where(Recovery.id == recovery.id, Recovery.used_at.is_(None)).values(used_at=now)
    )
    if cast("CursorResult[object]", used).rowcount == 0:
        raise RecoveryUsed
