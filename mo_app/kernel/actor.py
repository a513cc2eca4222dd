"""Who acts: what an operation may know about the person who does something."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    MEMBER = "member"
    CONTACT = "contact"
    COORDINATOR = "coordinator"
    REVIEWER = "reviewer"
    STATION = "station"
    """No person: a tablet at the door of one event."""


PEOPLES_ROLES = (Role.MEMBER, Role.CONTACT, Role.COORDINATOR, Role.REVIEWER)
"""What a person can be."""


class Audience(StrEnum):
    """For whom a page is rendered: everybody of one audience sees the same page."""

    PUBLIC = "public"
    MEMBER = "member"
    COORDINATOR = "coordinator"
    REVIEWER = "reviewer"
    STATION = "station"


PEOPLES_AUDIENCES = frozenset(Audience) - {Audience.STATION}

AUDIENCE_OF_ROLE = {
    Role.MEMBER: Audience.MEMBER,
    Role.CONTACT: Audience.MEMBER,
    Role.COORDINATOR: Audience.COORDINATOR,
    Role.REVIEWER: Audience.REVIEWER,
    Role.STATION: Audience.STATION,
}


@dataclass(frozen=True)
class Actor:
    """A signed-in person, or a station, as far as permissions go."""

    person_id: str
    """A station has an id of its own, which is no person's."""
    role: Role
    sign_in_id: str
    organisation_id: str | None = None
    event_id: str | None = None
    """Of a station: the one event it is for."""
    delivers_only: bool = False
    """Of a station that is over: it still brings what was done on it, and reads nothing any more."""

    @property
    def is_station(self) -> bool:
        return self.role is Role.STATION

    @property
    def audience(self) -> Audience:
        return AUDIENCE_OF_ROLE[self.role]


def audience_of(actor: Actor | None) -> Audience:
    return actor.audience if actor else Audience.PUBLIC
