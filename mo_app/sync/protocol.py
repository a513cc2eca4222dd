"""The exchange's messages: what ``POST /sync`` takes and answers."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue, StringConstraints

PROTOCOL = 1
MOST_OPERATIONS = 50
MOST_OPERATION_BYTES = 64 * 1024
MOST_BYTES = MOST_OPERATION_BYTES + 16 * 1024
"""Of the whole request: the operations, and what the device says it has."""


def _storable(text: str) -> str:
    """PostgreSQL stores no NUL, and nothing of ours holds one."""
    if "\0" in text:
        raise ValueError("holds NUL")
    return text


def _without_nul(value: Any) -> Any:
    """Blank instead: whoever is at the door counts, whatever was typed of her name."""
    match value:
        case str():
            return value.replace("\0", " ")
        case list():
            return [_without_nul(each) for each in value]
        case dict():
            return {_without_nul(key): _without_nul(each) for key, each in value.items()}
    return value


Uuid = Annotated[
    str, StringConstraints(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")
]
PersonId = Annotated[str, StringConstraints(pattern=r"^[a-z2-7]{16}$")]
Key = Annotated[str, StringConstraints(max_length=64), AfterValidator(_storable)]


class OperationIn(BaseModel):
    """One thing a person did, made on the device."""

    model_config = ConfigDict(extra="forbid")

    id: Uuid
    seq: int = Field(ge=1, lt=2**53)
    kind: Annotated[str, Field(min_length=1, max_length=64), AfterValidator(_storable)]
    made_at: str = Field(
        max_length=40, description="ISO 8601, by the device's clock; shown to people, never trusted."
    )
    payload: Annotated[dict[str, JsonValue], AfterValidator(_without_nul)]


class Have(BaseModel):
    model_config = ConfigDict(extra="forbid")

    cursor: str | None = Field(default=None, max_length=400)
    documents: dict[Key, Key] = Field(default_factory=dict, max_length=20)


class ExchangeIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    protocol: int = Field(ge=1, le=PROTOCOL)
    device: Uuid
    person: PersonId | None = Field(description="Whose outbox this is; null for a guest.")
    languages: list[Key] = Field(
        min_length=1, max_length=20, description="BCP 47; the first is the reader's."
    )
    client_now: str = Field(max_length=40)
    operations: list[dict[str, JsonValue]] = Field(default_factory=list, max_length=MOST_OPERATIONS)
    have: Have = Field(default_factory=Have)
    want: list[Key] = Field(default_factory=list, max_length=20)
    pages: bool = Field(default=True, description="False from a device that cannot keep any.")


class ResultOut(BaseModel):
    id: str
    outcome: Literal["applied", "rejected", "retry"]
    code: str | None
    params: Mapping[str, Any] | None
    message: str | None = Field(description="In the reader's language, where something must be said.")
    replayed: bool


class DocumentOut(BaseModel):
    version: str
    value: Any


class PageOut(BaseModel):
    url: str
    version: str
    html: str


class FileOut(BaseModel):
    url: str
    version: str
    bytes: int


class ExchangeOut(BaseModel):
    protocol: int
    person: str | None
    results: list[ResultOut]
    acked: int = Field(description="The documents contain this device's operations up to this seq.")
    cursor: str
    whole: bool = Field(description="Whether the pages begin or continue a set that replaces the kept one.")
    begins: bool = Field(
        description="The cursor was not continued: what was staged before is of another set."
    )
    documents: dict[str, DocumentOut]
    pages: list[PageOut]
    gone: list[str]
    files: list[FileOut]
    more: bool
    total: int | None = Field(description="How many pages the whole set has, where one is being brought.")
    stale: bool = Field(description="The pages could not be brought; those on the device stay what they are.")
    server_now: datetime


class Problem(BaseModel):
    """Problem details, RFC 9457."""

    type: str
    title: str
    status: int
    detail: str | None = None
    person: str | None = Field(default=None, description="With 409: who is signed in.")
