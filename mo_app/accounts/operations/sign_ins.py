"""Signing in and out: the server's side of the cookie."""

import hashlib
import secrets
from datetime import datetime

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from mo_app.accounts.models import SignIn
from mo_app.accounts.models.sign_in import SIGN_IN_LASTS
from mo_app.kernel.actor import Actor
from mo_app.kernel.errors import NotFound

from .permissions import must_be_signed_in

Token = str
"""What the cookie carries: 256 random bits, URL-safe."""


def hash_token(token: Token) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def start_sign_in(
    *,
    session: Session,
    person_id: str,
    device: str,
    now: datetime,
    passkey_id: str | None = None,
    replaces: str | None = None,
) -> Token:
    """A new token at every sign-in; the one that this browser had before (id ``replaces``) ends."""
    session.execute(delete(SignIn).where(SignIn.last_seen_at < now - SIGN_IN_LASTS))
    if replaces is not None:
        session.execute(delete(SignIn).where(SignIn.id == replaces))
    token = secrets.token_urlsafe(32)
    session.add(
        SignIn(
            person_id=person_id,
            passkey_id=passkey_id,
            token_hash=hash_token(token),
            device=device,
            created_at=now,
            last_seen_at=now,
        )
    )
    session.flush()
    return token


def end_sign_in(*, session: Session, actor: Actor | None, sign_in_id: str) -> None:
    """One's own only. Raises NotFound, also for the sign-ins of others."""
    actor = must_be_signed_in(actor)
    sign_in = session.get(SignIn, sign_in_id)
    if sign_in is None or sign_in.person_id != actor.person_id:
        raise NotFound
    session.delete(sign_in)
    session.flush()


def end_other_sign_ins(*, session: Session, actor: Actor | None) -> None:
    """Everywhere but here."""
    actor = must_be_signed_in(actor)
    session.execute(delete(SignIn).where(SignIn.person_id == actor.person_id, SignIn.id != actor.sign_in_id))


def end_sign_ins_by(*, session: Session, actor: Actor | None, passkey_id: str) -> None:
    """Those begun with a passkey of one's own that goes; not this one, or nobody could say that it went."""
    by_it = SignIn.passkey_id == passkey_id
    session.execute(
        update(SignIn).where(by_it, SignIn.id == must_be_signed_in(actor).sign_in_id).values(passkey_id=None)
    )
    session.execute(delete(SignIn).where(by_it))


def end_all_sign_ins(*, session: Session, person_id: str) -> None:
    """Of somebody whose devices may be in other hands."""
    session.execute(delete(SignIn).where(SignIn.person_id == person_id))
