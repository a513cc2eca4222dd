"""Who acts: what an operation may know about the person who does something."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    MEMBER = "member"
    CONTACT = "contact"
    COORDINATOR = "coordinator"
    REVIEWER = "reviewer"


class Audience(StrEnum):
    """For whom a page is rendered: everybody of one audience sees the same page."""

    PUBLIC = "public"
    MEMBER = "member"
    COORDINATOR = "coordinator"
    REVIEWER = "reviewer"


AUDIENCE_OF_ROLE = {
    Role.MEMBER: Audience.MEMBER,
    Role.CONTACT: Audience.MEMBER,
    Role.COORDINATOR: Audience.COORDINATOR,
    Role.REVIEWER: Audience.REVIEWER,
}


@dataclass(frozen=True)
class Actor:
    """A signed-in person, as far as permissions go."""

    person_id: str
    role: Role
    sign_in_id: str
    organisation_id: str | None = None

    @property
    def audience(self) -> Audience:
        return AUDIENCE_OF_ROLE[self.role]


def audience_of(actor: Actor | None) -> Audience:
    return actor.audience if actor else Audience.PUBLIC
