"""What a device sends from the door: the payloads of the operations."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from mo_app.accounts.models.organisation import ORGANISATION_NAME_LENGTH
from mo_app.accounts.models.person import NAME_LENGTH
from mo_app.rsvps.forms import tidy
from mo_app.sync.protocol import PersonId as Id
from mo_app.sync.protocol import Uuid

from .models.records import PARTY_MAX, PARTY_MIN

Party = Annotated[int, Field(ge=PARTY_MIN, le=PARTY_MAX, description="heads, with the person who was marked")]
Subject = Annotated[
    str,
    StringConstraints(
        pattern=r"^(w:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|p:[a-z2-7]{16})$"
    ),
]


def _some(name: str) -> str:
    """A question mark will do: the person is there, whatever her name."""
    if not tidy(name):
        raise ValueError("nothing that can be seen")
    return tidy(name)


class Payload(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    event: Id


class CheckinScan(Payload):
    person: Id
    party: Party
    how: Literal["tap", "search", "pass"]


class CheckinPaper(Payload):
    person: Id
    party: Party


class CheckinWalkIn(Payload):
    name: Annotated[str, Field(max_length=NAME_LENGTH), AfterValidator(_some)]
    organisation: Id | None = None
    organisation_text: Annotated[str, Field(max_length=ORGANISATION_NAME_LENGTH), AfterValidator(tidy)] = ""
    party: Party
    consent: Literal[True]
    paper: bool = Field(default=False, description="copied from the sheet of paper")


class CheckinSelf(Payload):
    code: Id = Field(description="of the event's door")
    party: Party


class CheckinUndo(Payload):
    of: Uuid


class WalkInMerge(Payload):
    walk_in: Uuid
    into: Subject
