"""Whatever four people say about one event, in whatever order, and whatever the host does to its capacity."""

from dataclasses import dataclass, field
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mo_app.kernel.errors import DomainError
from mo_app.rsvps.errors import NoPlacesForMore, PartyOverCapacity
from mo_app.schedule.models import Event

from .cast import Guest, Host

NAMES = ["amina", "boris", "chen", "delal"]
CAPACITIES = st.none() | st.integers(1, 14)
SAYINGS = st.tuples(st.sampled_from(NAMES), st.integers(0, 10))
"""Who, and for how many; none is not coming."""
DEEDS = st.lists(SAYINGS | CAPACITIES, min_size=1, max_size=25)


@dataclass
class Evening:
    """The event as it is, and what a bystander with a pencil expects of it."""

    event: Event
    host: Host
    guests: dict[str, Guest]
    said: dict[str, int] = field(default_factory=dict)
    """Heads by name, as last accepted."""
    arrived: list[str] = field(default_factory=list)
    """Those who wait, in the order in which they began to."""
    confirmed: set[str] = field(default_factory=set)

    def heads(self) -> int:
        return sum(self.said[name] for name in self.confirmed)

    def do(self, deed: Any) -> None:
        heads, confirmed = self.heads(), set(self.confirmed)
        told = {name: len(guest.told()) for name, guest in self.guests.items()}
        doer = None
        if isinstance(deed, tuple):
            doer, party = deed
            self.say(doer, party)
        else:
            self.host.changes(self.event, capacity=deed)
        self.look()
        self.check_capacity(heads)
        self.check_list()
        stayed = confirmed - ({doer} if doer and not self.said.get(doer) else set())
        assert stayed <= self.confirmed, "somebody lost places"
        for name, guest in self.guests.items():
            moved_up = name in self.confirmed - confirmed and name != doer
            assert len(guest.told()) - told[name] == moved_up, f"{name} is told once of a place"

    def say(self, name: str, party: int) -> None:
        before = self.said.get(name, 0)
        refused = self.ask(name, party)
        match refused:
            case None:
                self.said[name] = party
                if party == 0:
                    self.arrived = [other for other in self.arrived if other != name]
                elif name not in self.confirmed and name not in self.arrived:
                    self.arrived.append(name)
            case PartyOverCapacity():
                assert party > max(self.event.capacity or 0, before)
            case NoPlacesForMore():
                possible = max(before, (self.event.capacity or 0) - self.heads() + before)
                assert name in self.confirmed
                assert refused.params == {"asked": party, "kept": before, "possible": possible}
                assert party > possible

    def ask(self, name: str, party: int) -> DomainError | None:
        try:
            self.guests[name].says(self.event, party or 1, going=party > 0)
        except (PartyOverCapacity, NoPlacesForMore) as refused:
            return refused
        return None

    def look(self) -> None:
        """What the devices are told."""
        known = {name: guest.knows(self.event) for name, guest in self.guests.items()}
        self.confirmed = {name for name, mine in known.items() if mine.get("state") == "confirmed"}
        self.arrived = [name for name in self.arrived if name not in self.confirmed]
        for name, mine in known.items():
            assert (mine["party"] if mine.get("going") else 0) == self.said.get(name, 0), "somebody was lost"
        numbers = {mine["number"]: name for name, mine in known.items() if mine.get("state") == "waiting"}
        assert [numbers[number] for number in sorted(numbers)] == self.arrived
        assert sorted(numbers) == list(range(1, len(numbers) + 1))

    def check_capacity(self, heads_before: int) -> None:
        if self.event.capacity is not None:
            assert self.heads() <= max(self.event.capacity, heads_before), "more than there are places"

    def check_list(self) -> None:
        """Nobody waits who would fit."""
        if self.event.capacity is None:
            assert self.arrived == []
        else:
            free = self.event.capacity - self.heads()
            assert [name for name in self.arrived if self.said[name] <= free] == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(capacity=CAPACITIES, deeds=DEEDS)
def test_places_are_given_fairly_and_nobody_is_lost(session, clock, eva, capacity, deeds):
    with session.begin_nested() as example:
        guests = {name: Guest(name, session, clock) for name in NAMES}
        evening = Evening(eva.plans(capacity=capacity), eva, guests)
        for deed in deeds:
            evening.do(deed)
        example.rollback()
