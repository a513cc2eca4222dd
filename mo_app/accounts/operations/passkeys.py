"""Passkeys: made, used, renamed, removed."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mo_app.accounts.ceremonies import (
    Credential,
    RelyingParty,
    credential_id_of,
    transports_of,
    user_handle_of,
    verify_creation,
    verify_request,
)
from mo_app.accounts.errors import LastPasskey, PasskeyInvalid, PasskeyKnown, PasskeyUnknown
from mo_app.accounts.models import Challenge, Passkey
from mo_app.accounts.models.passkey import PASSKEY_NAME_LENGTH
from mo_app.accounts.names import tidy_name
from mo_app.kernel.actor import Actor
from mo_app.kernel.errors import Forbidden, Invalid, NotFound
from mo_app.kernel.i18n import Message

from .log import write_log
from .permissions import must_be_signed_in
from .sign_ins import end_sign_ins_by


def store_passkey(
    *,
    session: Session,
    rp: RelyingParty,
    credential: Credential,
    challenge: Challenge,
    device: str,
    now: datetime,
) -> Passkey:
    """The passkey that answers ``challenge``, for the person it was posed to.

    Raises PasskeyInvalid, PasskeyKnown.
    """
    verified = verify_creation(credential, rp=rp, challenge=challenge.value)
    if session.scalar(select(Passkey.id).where(Passkey.credential_id == verified.credential_id)):
        raise PasskeyKnown
    passkey = Passkey(
        person_id=challenge.person_id,
        name=device or rp.name,
        credential_id=verified.credential_id,
        public_key=verified.credential_public_key,
        sign_count=verified.sign_count,
        transports=transports_of(credential),
        aaguid=verified.aaguid,
        backup_eligible=verified.credential_device_type == "multi_device",
        backed_up=verified.credential_backed_up,
        created_at=now,
    )
    session.add(passkey)
    session.flush()
    return passkey


def add_passkey(
    *,
    session: Session,
    actor: Actor | None,
    rp: RelyingParty,
    credential: Credential,
    challenge: Challenge,
    device: str,
    now: datetime,
) -> Passkey:
    """One more, for who is signed in; the challenge must have been posed to the same person."""
    if must_be_signed_in(actor).person_id != challenge.person_id:
        raise Forbidden
    passkey = store_passkey(
        session=session, rp=rp, credential=credential, challenge=challenge, device=device, now=now
    )
    write_log(session=session, actor=actor, action="passkey.added", person_id=passkey.person_id, now=now)
    return passkey


def use_passkey(
    *, session: Session, rp: RelyingParty, credential: Credential, challenge: Challenge, now: datetime
) -> Passkey:
    """The passkey that answers ``challenge``. Raises PasskeyUnknown, PasskeyInvalid, PasskeyCloned."""
    passkey = session.scalar(
        select(Passkey).where(Passkey.credential_id == credential_id_of(credential)).with_for_update()
    )
    if passkey is None:
        raise PasskeyUnknown
    verified = verify_request(credential, rp=rp, challenge=challenge.value, passkey=passkey)
    if user_handle_of(credential) not in {None, passkey.person.user_handle}:
        raise PasskeyInvalid
    passkey.sign_count = verified.new_sign_count
    passkey.backed_up = verified.credential_backed_up
    passkey.last_used_at = now
    session.flush()
    return passkey


def rename_passkey(*, session: Session, actor: Actor | None, passkey_id: str, name: str) -> None:
    passkey = _own_passkey(session, actor, passkey_id)
    tidied = tidy_name(name, at_most=PASSKEY_NAME_LENGTH)
    if isinstance(tidied, Message):
        raise Invalid({"name": tidied})
    passkey.name = tidied
    session.flush()


def remove_passkey(
    *, session: Session, actor: Actor | None, passkey_id: str, now: datetime, even_the_last: bool = False
) -> None:
    """And what it opened elsewhere is closed: whoever took the device is no longer in.

    Raises LastPasskey unless the person has another one, or has been warned.
    """
    passkey = _own_passkey(session, actor, passkey_id)
    count = session.scalar(select(func.count()).where(Passkey.person_id == passkey.person_id))
    if count == 1 and not even_the_last:
        raise LastPasskey
    end_sign_ins_by(session=session, actor=actor, passkey_id=passkey.id)
    session.delete(passkey)
    write_log(session=session, actor=actor, action="passkey.removed", person_id=passkey.person_id, now=now)
    session.flush()


def _own_passkey(session: Session, actor: Actor | None, passkey_id: str) -> Passkey:
    passkey = session.get(Passkey, passkey_id)
    if passkey is None or passkey.person_id != must_be_signed_in(actor).person_id:
        raise NotFound
    return passkey
