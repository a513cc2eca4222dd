"""Several devices of several people, a network that loses, repeats and reorders, a server that crashes: any
story of these, found by Hypothesis, ends well.

Checked all along: each operation gets one final result and no other, no place is given twice, nobody receives
a byte of another's. Checked at the end: what the server holds is what the applied operations said, each once,
in their order; and all devices agree with one that was never there before.
"""

import os

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.sync.exchange_checks import check_agreement, check_effects, check_places
from tests.sync.exchange_world import UNKNOWN_KIND, World

OWNERS = ["amina", "amina", "bohdan", "bohdan", "clara"]
EVENTS = ["small", "small", "roomy", "past"]

devices = st.integers(0, len(OWNERS) - 1)
events = st.sampled_from(EVENTS)
parties = st.integers(1, 4)
sometimes_wrong_parties = st.sampled_from([0, 1, 2, 3, 4, 11])


class ExchangeMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.world = World(OWNERS)
        self.on_the_way: list[tuple[int, dict]] = []

    @rule(device=devices, event=events, going=st.booleans(), party=sometimes_wrong_parties)
    def say(self, device: int, event: str, going: bool, party: int) -> None:
        """Somebody says whether she comes; with a connection or without, it is saved first."""
        self.world.say(device, event, going=going, party=party)

    @rule(device=devices)
    def say_what_only_a_newer_server_knows(self, device: int) -> None:
        self.world.devices[device].save(UNKNOWN_KIND, {"slices": 12})

    @rule(device=devices)
    def exchange(self, device: int) -> None:
        self.world.exchange(device)

    @rule(device=devices)
    def lose_the_answer(self, device: int) -> None:
        self.world.post(device, self.world.devices[device].request())

    @rule(device=devices)
    def lose_the_request_for_now(self, device: int) -> None:
        """It is on the way, and may arrive at any later time."""
        self.on_the_way.append((device, self.world.devices[device].request()))

    @precondition(lambda self: self.on_the_way)
    @rule(data=st.data(), twice=st.booleans())
    def a_lost_request_arrives(self, data: st.DataObject, twice: bool) -> None:
        """Out of order, perhaps twice; nobody waits for the answer any more."""
        which = data.draw(st.integers(0, len(self.on_the_way) - 1))
        device, request = self.on_the_way.pop(which)
        for _ in range(1 + twice):
            self.world.post(device, request)

    @rule(device=devices, place=st.sampled_from(["INSERT INTO ledger", "COMMIT"]))
    def the_server_crashes(self, device: int, place: str) -> None:
        """After an effect and before the ledger's row, or after both: nothing of it was ever there."""
        self.world.crash(device, place)

    @precondition(lambda self: self.world.forgeable())
    @rule(data=st.data())
    def an_id_comes_again_with_another_content(self, data: st.DataObject) -> None:
        self.world.forge(data.draw(st.sampled_from(self.world.forgeable())))

    @rule(device=devices, other=st.sampled_from(["amina", "bohdan", "dirk"]))
    def another_person_holds_the_device(self, device: int, other: str) -> None:
        """Her sign-in, the first one's outbox: refused, and nothing is told."""
        self.world.send_as(device, other)

    @rule(minutes=st.integers(1, 60 * 12))
    def time_passes(self, minutes: int) -> None:
        self.world.wait(minutes)

    @rule()
    def the_small_event_is_cancelled_or_takes_place_after_all(self) -> None:
        self.world.cancel_or_restore("small")

    @invariant()
    def places_are_never_given_twice(self) -> None:
        check_places(self.world)

    def teardown(self) -> None:
        try:
            self.world.settle()
            check_effects(self.world)
            check_agreement(self.world)
        finally:
            self.world.close()


TestExchange = ExchangeMachine.TestCase
TestExchange.pytestmark = [pytest.mark.timeout(900)]  # type: ignore[attr-defined]
TestExchange.settings = settings(
    max_examples=50 if os.environ.get("CI") else 15,
    stateful_step_count=30,
)
