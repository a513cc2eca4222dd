"""Who comes to an event, for those who prepare it: people, organisations, what is needed, who waits."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mo_app.accounts.models import Organisation, Person

from .models import Needs, Rsvp, State


@dataclass(frozen=True)
class Guest:
    name: str
    organisation: str | None
    party: int
    needs: Needs
    waiting: bool


@dataclass(frozen=True)
class Group:
    """What comes from one organisation; None are people of no organisation."""

    organisation: str | None
    answers: int
    heads: int


@dataclass(frozen=True)
class WhoComes:
    coming: list[Guest]
    """By name."""
    waiting: list[Guest]
    """The first is number 1."""
    declined: int
    """How many said they can't come."""

    @cached_property
    def heads(self) -> int:
        return sum(guest.party for guest in self.coming)

    @cached_property
    def waiting_heads(self) -> int:
        return sum(guest.party for guest in self.waiting)

    @cached_property
    def organisations(self) -> list[Group]:
        """By heads, the most first."""
        answers = Counter(guest.organisation for guest in self.coming)
        heads = Counter[str | None]()
        for guest in self.coming:
            heads[guest.organisation] += guest.party
        groups = [Group(name, answers[name], heads[name]) for name in answers]
        return sorted(groups, key=lambda group: (-group.heads, group.organisation or ""))

    @cached_property
    def interpreting(self) -> list[tuple[str, int]]:
        """Languages and how many answers ask for each, however they are capitalised; the most first."""
        return _by_number(guest.needs.interpreting for guest in self.coming)

    @cached_property
    def children(self) -> int:
        return sum(guest.needs.children for guest in self.coming)

    @cached_property
    def step_free(self) -> int:
        return sum(guest.needs.step_free for guest in self.coming)


def who_comes(session: Session, event_id: str) -> WhoComes:
    """Two queries, however many come."""
    query = (
        select(Rsvp, Person.name, Organisation.name)
        .join(Person, Person.id == Rsvp.person_id)
        .join(Organisation, Organisation.id == Person.organisation_id, isouter=True)
        .where(Rsvp.event_id == event_id, Rsvp.state != State.DECLINED)
        .order_by(Rsvp.queue_number, func.lower(Person.name), Person.id)
    )
    guests = [
        Guest(name, organisation, rsvp.party, rsvp.needs, rsvp.state == State.WAITING)
        for rsvp, name, organisation in session.execute(query)
    ]
    declined = select(func.count()).where(Rsvp.event_id == event_id, Rsvp.state == State.DECLINED)
    return WhoComes(
        coming=[guest for guest in guests if not guest.waiting],
        waiting=[guest for guest in guests if guest.waiting],
        declined=session.scalar(declined) or 0,
    )


def _by_number(languages: Iterable[str | None]) -> list[tuple[str, int]]:
    counts, spelled = Counter[str](), dict[str, str]()
    for language in languages:
        if language:
            spelled.setdefault(language.casefold(), language)
            counts[language.casefold()] += 1
    return [(spelled[key], number) for key, number in counts.most_common()]
