"""Writing the account log."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from mo_app.accounts.models import AccountLog
from mo_app.kernel.actor import Actor


def write_log(
    *,
    session: Session,
    actor: Actor | None,
    action: str,
    now: datetime,
    person_id: str | None = None,
    **details: Any,
) -> None:
    session.add(
        AccountLog(
            at=now,
            action=action,
            person_id=person_id,
            actor_id=actor.person_id if actor else None,
            details=details,
        )
    )
