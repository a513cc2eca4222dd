"""Which walk-ins are likely to be somebody else who is known."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from mo_app.accounts.models import Organisation, Person
from mo_app.checkin.attendance import Attendee
from mo_app.checkin.sorting import sorting
from mo_app.kernel.actor import PEOPLES_ROLES, Role

from .likeness import key


@dataclass(frozen=True)
class Somebody:
    subject: str
    name: str
    organisation: str | None

    @property
    def is_member(self) -> bool:
        return self.subject.startswith("p:")


@dataclass(frozen=True)
class Suggestion:
    walk_in: Attendee
    into: Somebody


def people_known(session: Session) -> list[Somebody]:
    """Everybody who can be checked in, by name."""
    roles = [role for role in PEOPLES_ROLES if role is not Role.REVIEWER]
    query = select(Person.id, Person.name, Organisation.name).outerjoin(
        Organisation, Organisation.id == Person.organisation_id
    )
    rows = session.execute(query.where(Person.role.in_(roles)))
    known = [Somebody(f"p:{id_}", name, organisation) for id_, name, organisation in rows]
    return sorted(known, key=lambda each: (sorting(each.name), each.subject))


def suggestions(known: Iterable[Somebody], there: Sequence[Attendee]) -> list[Suggestion]:
    """For each walk-in whoever has the same name, and no other organisation; members before walk-ins.

    Of two walk-ins who are alike the one that came later is suggested to be the earlier one.
    """
    alike: defaultdict[str, list[Somebody]] = defaultdict(list)
    for each in known:
        alike[key(each.name)].append(each)
    found = []
    for walk_in in sorted(
        (each for each in there if each.is_walk_in), key=lambda each: (each.at, each.subject)
    ):
        candidates = alike[key(walk_in.name)] if key(walk_in.name) else []
        fitting = [each for each in candidates if _may_be_of(walk_in.organisation, each.organisation)]
        if fitting:
            best = max(fitting, key=lambda each: (each.is_member, each.organisation is not None))
            found.append(Suggestion(walk_in, best))
        else:
            candidates.append(Somebody(walk_in.subject, walk_in.name, walk_in.organisation))
    return found


def _may_be_of(one: str | None, other: str | None) -> bool:
    return not one or not other or key(one) == key(other)
