"""Challenges are posed, and taken once."""

from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import CursorResult, delete, update
from sqlalchemy.orm import Session
from webauthn.helpers import generate_challenge

from mo_app.accounts.errors import ChallengeExpired, ChallengeUsed
from mo_app.accounts.models import Challenge, Purpose
from mo_app.accounts.models.challenge import CHALLENGE_LASTS

REMEMBERED = timedelta(hours=1)
"""How long after its end a challenge can still be told from one that never was."""


def pose_challenge(
    *,
    session: Session,
    purpose: Purpose,
    now: datetime,
    person_id: str | None = None,
    ticket_id: str | None = None,
    name: str | None = None,
    language: str | None = None,
) -> bytes:
    session.execute(delete(Challenge).where(Challenge.expires_at < now - REMEMBERED))
    value = generate_challenge()
    session.add(
        Challenge(
            value=value,
            purpose=purpose,
            expires_at=now + CHALLENGE_LASTS,
            person_id=person_id,
            ticket_id=ticket_id,
            name=name,
            language=language,
        )
    )
    session.flush()
    return value


def take_challenge(*, session: Session, value: bytes, purpose: Purpose, now: datetime) -> Challenge:
    """Use the challenge up; of two at once, one gets it. Raises ChallengeExpired, ChallengeUsed."""
    challenge = session.get(Challenge, value, populate_existing=True)
    if challenge is None or challenge.purpose != purpose or challenge.expires_at <= now:
        raise ChallengeExpired
    taken = session.execute(
        update(Challenge).where(Challenge.value == value, Challenge.used_at.is_(None)).values(used_at=now)
    )
    if cast("CursorResult[object]", taken).rowcount == 0:
        raise ChallengeUsed
    return challenge
