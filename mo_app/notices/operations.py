"""Telling a person something, and her having read it."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import delete
from sqlalchemy.orm import Session

from mo_app import sync
from mo_app.kernel.actor import Actor
from mo_app.kernel.i18n import Message

from .models import Notice
from .wording import freeze


def notify(
    *, session: Session, person_id: str, kind: str, text: Message, now: datetime, path: str | None = None
) -> Notice:
    """Keep a sentence for a person; her devices get it with their next exchange.

    ``text`` is marked, not translated. Its values are strings, numbers, aware moments, or texts by language.
    ``path`` is below the language.
    """
    notice = Notice(
        person_id=person_id, kind=kind, text=text.text, params=freeze(text.params), path=path, made_at=now
    )
    session.add(notice)
    session.flush()
    sync.touch_document(session, "mine", owner=person_id)
    return notice


def read_notice(*, session: Session, actor: Actor, now: datetime, notice_id: str) -> None:
    """Reading twice, or what is gone or another's, changes nothing: what she wants is so already."""
    notice = session.get(Notice, notice_id)
    if notice is None or notice.person_id != actor.person_id or notice.read_at is not None:
        return
    notice.read_at = now
    session.flush()
    sync.touch_document(session, "mine", owner=actor.person_id)


def forget_notices(*, session: Session, path: str) -> None:
    """Delete what anybody was told about what stands there."""
    gone = delete(Notice).where(Notice.path == path).returning(Notice.person_id)
    for person_id in set(session.scalars(gone)):
        sync.touch_document(session, "mine", owner=person_id)


class NoticeRead(BaseModel):
    """``notice.read``: this notice has been read."""

    model_config = ConfigDict(extra="forbid", strict=True)

    notice: str = Field(pattern="^[a-z2-7]{16}$")


def _apply(call: sync.OperationCall) -> None:
    read_notice(session=call.session, actor=call.actor, now=call.now, notice_id=call.payload.notice)


READ = sync.OperationKind(kind="notice.read", payload=NoticeRead, apply=_apply)
