"""Whatever four people say about one event, in whatever order, and whatever the host does to its capacity."""

from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from mo_app.kernel.errors import DomainError
from mo_app.rsvps.errors import NoPlacesForMore, PartyOverCapacity
from mo_app.schedule.models import Event

from .cast import Guest, Host

NAMES = ["amina", "boris", "chen", "delal"]
SAYINGS = [(name, party) for party in (2, 3, 1, 4, 0) for name in NAMES]
"""Who, and for how many; none is not coming. Small numbers, so that it is full soon."""
CAPACITIES = [3, 5, 2, None]
DEEDS = st.lists(st.sampled_from(SAYINGS * 2 + CAPACITIES), min_size=10, max_size=24)


@dataclass
class Bystander:
    """Watches with a pencil what is said, and knows what is fair."""

    capacity: float
    heads: dict[str, int] = field(default_factory=dict)
    """Of everybody who comes, as last accepted."""
    waiting: list[str] = field(default_factory=list)
    told: dict[str, int] = field(default_factory=lambda: dict.fromkeys(NAMES, 0))

    @property
    def free(self) -> float:
        return self.capacity - sum(party for name, party in self.heads.items() if name not in self.waiting)

    def expects(self, name: str, party: int) -> type[DomainError] | None:
        """The refusal, if there must be one."""
        held = self.heads.get(name, 0)
        if party <= held:
            return None
        if party > self.capacity:
            return PartyOverCapacity
        has_places = held and name not in self.waiting
        return NoPlacesForMore if has_places and party - held > self.free else None

    def hears(self, name: str, party: int) -> None:
        if party == 0:
            self.heads.pop(name, None)
            self.waiting = [other for other in self.waiting if other != name]
        else:
            if name not in self.heads:
                self.waiting.append(name)
            self.heads[name] = party

    def lets_in(self, doer: str | None) -> None:
        for name in list(self.waiting):
            if self.heads[name] <= self.free:
                self.waiting.remove(name)
                self.told[name] += name != doer

    def standing(self, name: str) -> str:
        if name not in self.heads:
            return ""
        if name in self.waiting:
            return f"waiting {self.heads[name]} #{self.waiting.index(name) + 1}"
        return f"confirmed {self.heads[name]}"


@settings(max_examples=50)
@given(capacity=st.sampled_from(CAPACITIES[:3]), deeds=DEEDS)
def test_places_are_given_fairly_and_nobody_is_lost(session, eva, guest, capacity, deeds):
    with session.begin_nested() as example:
        guests = {name: guest(name) for name in NAMES}
        event, fair = eva.plans(capacity=capacity), Bystander(capacity or float("inf"))
        for deed in deeds:
            taken = eva.figures(event).get("taken", 0)
            do(deed, eva, event, guests, fair)
            compare(event, guests, fair)
            assert eva.figures(event).get("taken", 0) <= max(fair.capacity, taken), (
                "more than there are places"
            )
        example.rollback()


def do(
    deed: tuple[str, int] | int | None, eva: Host, event: Event, guests: dict[str, Guest], fair: Bystander
) -> None:
    if isinstance(deed, tuple):
        name, party = deed
        refusal = fair.expects(name, party)
        assert says(guests[name], event, party) is refusal
        if refusal is None:
            fair.hears(name, party)
        fair.lets_in(name)
    else:
        eva.changes(event, capacity=deed)
        fair.capacity = deed or float("inf")
        fair.lets_in(None)


def says(guest: Guest, event: Event, party: int) -> type[DomainError] | None:
    try:
        guest.says(event, party or 1, going=party > 0)
    except DomainError as refused:
        return type(refused)
    return None


def compare(event: Event, guests: dict[str, Guest], fair: Bystander) -> None:
    for name, guest in guests.items():
        assert guest.stands(event).replace("declined", "") == fair.standing(name)
        assert guest.told() == ["rsvp_promoted"] * fair.told[name]
