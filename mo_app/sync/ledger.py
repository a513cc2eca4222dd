"""Operations: each has at most one effect, whoever sends it how often.

The ledger's row and the effect commit together. A replay returns the first answer.
"""

import hashlib
import json
import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Literal

from pydantic import BaseModel, ValidationError
from sqlalchemy import select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from mo_app.kernel.actor import Actor
from mo_app.kernel.errors import DomainError, Forbidden, Invalid
from mo_app.kernel.i18n import N_, Message

from .kinds import OperationCall, OperationKind, Registry
from .models import Device, LedgerEntry
from .protocol import OperationIn

log = logging.getLogger(__name__)

Outcome = Literal["applied", "rejected", "retry"]


class UpgradeRequired(DomainError):
    """Not final: the device keeps the operation and sends it again after an update."""

    code = "upgrade_required"
    text = N_("The server does not know this yet. It stays saved and is sent again after an update.")


class IdReused(DomainError):
    code = "id_reused"
    status = 409
    text = N_("This was already sent with another content. What was sent first stays.")


class AnotherPersons(DomainError):
    code = "another_persons"
    status = 409
    text = N_("What is saved on this device belongs to another person.")


class Unexpected(DomainError):
    code = "unexpected"
    status = 500
    text = N_("Something went wrong on our side. It stays saved and is sent again.")


@dataclass(frozen=True)
class Result:
    """The answer to one operation; ``message`` is put into the reader's language on the way out."""

    id: str
    outcome: Outcome
    code: str | None = None
    params: Mapping[str, Any] | None = None
    replayed: bool = False

    @property
    def message(self) -> Message | None:
        error = DomainError.by_code.get(self.code or "")
        return Message(error.text, self.params or {}) if error else None


def carry_out(
    registry: Registry,
    operations: Iterable[OperationIn],
    *,
    session: Session,
    actor: Actor,
    device_id: str,
    now: datetime,
) -> list[Result]:
    """Carry out a device's operations in the order of ``seq``, each in its own savepoint.

    Raises AnotherPersons where the device is not this person's.
    """
    device = _device(session, device_id, actor)
    in_order = sorted(operations, key=lambda operation: operation.seq)
    ids = [operation.id for operation in in_order]
    known = {entry.id: entry for entry in session.scalars(select(LedgerEntry).where(LedgerEntry.id.in_(ids)))}
    results = []
    for operation in in_order:
        entry = known.get(operation.id)
        if entry is None:
            result, entry = _first_time(
                registry, operation, session=session, actor=actor, device=device, now=now
            )
            if entry:
                known[operation.id] = entry
        else:
            result = _replay(entry, operation, actor)
        results.append(result)
    device.acked = max(device.acked, _answered_up_to(in_order, results))
    session.flush()
    return results


def _device(session: Session, device_id: str, actor: Actor) -> Device:
    device = session.get(Device, device_id)
    if device is None:
        device = Device(id=device_id, person_id=actor.person_id, acked=0)
        session.add(device)
        session.flush()
    if device.person_id != actor.person_id:
        raise AnotherPersons
    return device


def _first_time(
    registry: Registry,
    operation: OperationIn,
    *,
    session: Session,
    actor: Actor,
    device: Device,
    now: datetime,
) -> tuple[Result, LedgerEntry | None]:
    def entry(code: str | None, params: Mapping[str, Any]) -> LedgerEntry:
        return LedgerEntry(
            id=operation.id,
            person_id=actor.person_id,
            device_id=device.id,
            seq=operation.seq,
            kind=operation.kind,
            digest=digest(operation),
            applied=code is None,
            code=code,
            params=dict(params),
            received_at=now,
        )

    kind = registry.operations.get(operation.kind)
    if kind is None:
        return Result(operation.id, "rejected", UpgradeRequired.code, {}), None
    try:
        try:
            with session.begin_nested():
                written = entry(None, kind.apply(_call(kind, operation, session, actor, device, now)) or {})
                session.add(written)
        except DomainError as error:
            with session.begin_nested():
                written = entry(error.code, _rejection_params(error))
                session.add(written)
    except OperationalError:
        raise  # The database is busy or gone: that concerns the whole exchange.
    except Exception:
        first = session.get(LedgerEntry, operation.id)
        if first:  # Another process was first with this id.
            return _replay(first, operation, actor), first
        log.exception("operation %s of kind %s failed unexpectedly", operation.id, operation.kind)
        return Result(operation.id, "retry", Unexpected.code, {}), None
    return _result(written), written


def _call(
    kind: OperationKind,
    operation: OperationIn,
    session: Session,
    actor: Actor,
    device: Device,
    now: datetime,
) -> OperationCall:
    if actor.is_station and not kind.by_stations:
        raise Forbidden
    return OperationCall(
        session=session,
        actor=actor,
        now=now,
        device=device.id,
        seq=operation.seq,
        payload=_payload(kind, operation),
        id=operation.id,
        made_at=_moment(operation.made_at),
    )


def _moment(text: str) -> datetime | None:
    """An aware moment in UTC; None for what is none."""
    try:
        at = datetime.fromisoformat(text)
        return at.astimezone(UTC) if at.tzinfo else None
    except (ValueError, OverflowError):
        return None


def _payload(kind: OperationKind, operation: OperationIn) -> BaseModel:
    try:
        return kind.payload.model_validate(operation.payload)
    except ValidationError as error:
        fields = {".".join(map(str, each["loc"])) for each in error.errors()}
        raise Invalid(names=sorted(fields)) from None


def _rejection_params(error: DomainError) -> dict[str, Any]:
    fields = getattr(error, "fields", None)
    return dict(error.params) | ({"names": sorted(fields)} if fields else {})


def _replay(entry: LedgerEntry, operation: OperationIn, actor: Actor) -> Result:
    if entry.person_id != actor.person_id or entry.digest != digest(operation):
        return Result(operation.id, "rejected", IdReused.code, {})
    return replace(_result(entry), replayed=True)


def _result(entry: LedgerEntry) -> Result:
    return Result(entry.id, "applied" if entry.applied else "rejected", entry.code, entry.params)


def digest(operation: OperationIn) -> str:
    """SHA-256 of kind and payload, the same for every spelling of the same JSON."""
    text = json.dumps([operation.kind, operation.payload], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _answered_up_to(operations: list[OperationIn], results: list[Result]) -> int:
    """The highest seq below which nothing that came is still to be answered for good."""
    answered = 0
    for operation, result in zip(operations, results, strict=True):
        if result.outcome == "retry" or result.code == UpgradeRequired.code:
            break
        answered = operation.seq
    return answered
