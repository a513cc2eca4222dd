"""What must be true of the server and of all devices when the story of an exchange machine is over."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from mo_app.rsvps.models import Rsvp, State
from mo_app.sync.models import LedgerEntry
from mo_app.web.database import db
from tests.support.cast import PLACES
from tests.support.device import Device
from tests.sync.exchange_world import World


def check_effects(world: World) -> None:
    """Every operation had one final result and, where applied, one effect: the last one is what stands."""
    with world.app.app_context():
        session = db.session()
        entries = {entry.id: entry for entry in session.scalars(select(LedgerEntry))}
        assert entries.keys() == world.said.keys() == world.first.keys()
        assert all(
            entry.applied == (world.first[id_]["outcome"] == "applied") for id_, entry in entries.items()
        )
        rsvps = {(rsvp.person_id, rsvp.event_id): rsvp for rsvp in session.scalars(select(Rsvp))}
        assert rsvps.keys() == {(world.cast.people[person], event) for person, event in world.applied}
        for (person, event), payloads in world.applied.items():
            rsvp, last = rsvps[world.cast.people[person], event], payloads[-1]
            assert rsvp.version == len(payloads)
            assert rsvp.going == last["going"]
            assert not rsvp.going or rsvp.party == last["party"]


def check_places(world: World) -> None:
    """No place is given twice."""
    with world.app.app_context():
        assert _confirmed_heads(db.session(), world.cast.events["small"]) <= PLACES


def check_agreement(world: World) -> None:
    """Each device holds what one would hold that was never here before."""
    for number, owner in enumerate(world.owners):
        device, newcomer = world.devices[number], Device(world.cast.people[owner])
        while True:
            answer = world.post(number, newcomer.request())
            newcomer.take(answer)
            if not answer["more"]:
                break
        assert device.mine == newcomer.mine
        assert device.figures == newcomer.figures
        assert device.pages == newcomer.pages


def _confirmed_heads(session: Session, event: str) -> int:
    query = select(Rsvp.party).where(Rsvp.event_id == event, Rsvp.state == State.CONFIRMED)
    return sum(session.scalars(query))
