"""What features register with the exchange: kinds of operations, of pages, and parts of documents."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from pydantic import BaseModel
from sqlalchemy.orm import Session

from mo_app.kernel.actor import PEOPLES_AUDIENCES, Actor, Audience

ALL_AUDIENCES = PEOPLES_AUDIENCES
"""All people's: what a station may see says so."""


@dataclass(frozen=True)
class OperationCall:
    """One operation on its way into a feature."""

    session: Session
    actor: Actor
    now: datetime
    device: str
    seq: int
    payload: Any
    """An instance of the kind's payload model."""
    id: str
    """The operation's, a UUID."""
    made_at: datetime | None
    """When it was done, by the device's clock: shown to people, never trusted. None if it makes no sense."""


@dataclass(frozen=True)
class OperationKind:
    kind: str
    payload: type[BaseModel]
    apply: Callable[[OperationCall], Mapping[str, Any] | None]
    """Carries it out, returns the result's params (JSON values); raises DomainError to reject."""
    by_stations: bool = False
    """Whether a station's device may bring it."""


@dataclass(frozen=True)
class PageView:
    """All that a kept page may depend on."""

    session: Session
    path: str
    args: Mapping[str, str]
    language: str
    audience: Audience
    now: datetime


@dataclass(frozen=True)
class DailyChange:
    """Paths (below the language) that read differently from today on, and those no longer kept."""

    touched: Iterable[str] = ()
    dropped: Iterable[str] = ()


class Daily(Protocol):
    """What is done once a day in Leipzig, within a transaction that writes."""

    def __call__(self, *, session: Session, now: datetime) -> object: ...


@dataclass(frozen=True)
class PageKind:
    endpoint: str
    rule: str
    """Werkzeug rule below the language: ``/schedule/<event>``."""
    render: Callable[[PageView], str | None]
    """The whole HTML page, the same for everybody of the audience; None if there is no such page."""
    audiences: frozenset[Audience] = ALL_AUDIENCES
    static: bool = False
    """The rule is the path, and the page exists without ever having been touched."""
    every_language: bool = False
    """Devices keep it in all languages, not only in those they chose."""
    daily: Callable[[Session, date], DailyChange] | None = None
    """Called once a day in Leipzig, within a transaction that writes."""


@dataclass(frozen=True)
class DocumentView:
    session: Session
    actor: Actor | None
    now: datetime
    language: str
    key: str = ""
    """Of documents of which there are many: which one, such as the event's id of ``roster/<event>``."""


@dataclass(frozen=True)
class DocumentKind:
    """Documents of which there is one for each of something: ``<name>/<key>``."""

    name: str
    may_read: Callable[[Session, Actor, str], bool]
    """Whether somebody who wants it, by its key, gets it."""
    given: Callable[[Actor], Iterable[str]] = lambda actor: ()
    """Keys of those that somebody gets without asking; empty where each reader has but one."""


@dataclass
class Registry:
    operations: dict[str, OperationKind] = field(default_factory=dict)
    pages: list[PageKind] = field(default_factory=list)
    parts: dict[str, dict[str, Callable[[DocumentView], Any]]] = field(default_factory=dict)
    """By document and name of the part."""
    documents: dict[str, DocumentKind] = field(default_factory=dict)
    daily: list[Daily] = field(default_factory=list)
