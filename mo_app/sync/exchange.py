"""The exchange: operations go up; results, and every page and document that changed, come down."""

import logging
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pydantic import ValidationError
from sqlalchemy import bindparam, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from mo_app.kernel.actor import Actor, audience_of
from mo_app.kernel.errors import Invalid
from mo_app.kernel.i18n import LANGUAGES

from .cursor import Cursor
from .documents import changed_documents
from .kinds import DocumentView, Registry
from .ledger import Result, carry_out
from .models import Device
from .packing import Packed, count_pages, pack_pages
from .pages import latest_revision
from .protocol import PROTOCOL, ExchangeIn, OperationIn
from .site import Reading, Site

_devices = Device.__table__
_ACKED = select(_devices.c.acked).where(
    _devices.c.id == bindparam("device"), _devices.c.person_id == bindparam("person")
)

log = logging.getLogger(__name__)


def take(
    registry: Registry, request: ExchangeIn, *, session: Session, actor: Actor, now: datetime
) -> list[Result]:
    """Carry out what the device brought. Needs a transaction that writes; the caller commits.

    An operation that cannot even be read is rejected by its id; without a readable id the exchange is
    (Invalid), for nobody could be told.
    """
    operations, results = [], []
    for raw in request.operations:
        try:
            operations.append(OperationIn.model_validate(raw))
        except ValidationError as error:
            results.append(_unreadable(raw, error))
    done = carry_out(registry, operations, session=session, actor=actor, device_id=request.device, now=now)
    return done + results


def answer(
    registry: Registry,
    site: Site,
    request: ExchangeIn,
    *,
    session: Session,
    actor: Actor | None,
    now: datetime,
    build: str,
) -> dict[str, Any]:
    """All that is new for this device, from one snapshot; the results are added by the caller."""
    languages = [each for each in dict.fromkeys(request.languages) if each in LANGUAGES] or ["en"]
    audience = audience_of(actor)
    start = Cursor.start(build=build, audience=audience, languages=languages)
    cursor = Cursor.parse(request.have.cursor)
    known = cursor and cursor.continues(start) and cursor.revision <= latest_revision(session) + 1
    since = cursor if cursor and known else start
    reading = Reading(session, audience, now)
    packed = _packed(site, reading, since, languages) if request.pages else Packed(since)
    view = DocumentView(session, actor, now, languages[0])
    return {
        "protocol": PROTOCOL,
        "person": actor.person_id if actor else None,
        "acked": _acked(session, request.device, actor),
        "cursor": str(packed.cursor),
        "whole": since.whole,
        "begins": since is start,
        "documents": changed_documents(
            registry, view, have=request.have.documents, want=request.want, build=build
        ),
        "pages": [page.model_dump() for page in packed.pages],
        "gone": packed.gone,
        "files": [],
        "more": packed.more,
        "total": count_pages(site, reading, languages) if packed.more and since.whole else None,
        "stale": packed.stale,
        "server_now": now.isoformat(),
    }


def _packed(site: Site, reading: Reading, since: Cursor, languages: list[str]) -> Packed:
    try:
        return pack_pages(site, reading, since=since, languages=languages)
    except OperationalError:
        raise
    except Exception:
        # A page that cannot be rendered never holds up what a person has said: results and documents go out.
        log.exception("the pages of an exchange could not be packed")
        return Packed(since, stale=True)


def _unreadable(raw: Mapping[str, Any], error: ValidationError) -> Result:
    names = sorted({".".join(map(str, each["loc"])) for each in error.errors()})
    if "id" in names:
        raise Invalid(names=names)
    return Result(str(raw["id"]), "rejected", Invalid.code, {"names": names})


def _acked(session: Session, device_id: str, actor: Actor | None) -> int:
    if actor is None:
        return 0
    of = {"device": device_id, "person": actor.person_id}
    acked: int | None = session.connection().scalar(_ACKED, of)
    return acked or 0
