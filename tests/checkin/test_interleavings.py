"""Four tablets come back in any order, and the evening's figures are the same.

Through the exchange itself: batches in any order, batches again, and what is taken back before it arrived.
"""

from datetime import datetime
from itertools import count
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mo_app.checkin.presence import Merge, Scan, WalkIn, derive
from mo_app.checkin.records import Records
from mo_app.checkin.stations.operations import make_station
from mo_app.web.database import db
from tests.rsvps.cast import EVA, Host
from tests.rsvps.cast import add_person as add_coordinator

from .cast import add_person
from .evenings import PEOPLE, TABLETS, Evening, arrivals, deeds


@pytest.fixture
def world(app, session, clock):
    return World(app, session, clock)


class World:
    """Makes evenings of the same deeds, each at an event of its own with four tablets."""

    def __init__(self, app, session, clock):
        self.app, self.session, self.clock, self.numbers = app, session, clock, count(1)
        add_coordinator(session, clock, EVA)
        people = [add_person(session, clock, f"Person {number}") for number in range(PEOPLE)]
        self.people = sorted(person.id for person in people)

    def evening(self, deeds):
        event = Host(self.session, self.clock).plans()
        about = {"session": self.session, "actor": EVA, "now": self.clock.now(), "device": ""}
        made = [make_station(**about, event_id=event.id) for _ in range(TABLETS)]
        self.tokens = [each.token for each in made]
        self.devices = [str(uuid4()) for _ in made]
        evening = Evening(
            next(self.numbers), event.id, self.people, [each.station.id for each in made], deeds
        )
        self.session.commit()
        return evening

    def send(self, evening, tablet, operations):
        """One exchange; answers with the document ``door``."""
        client = self.app.test_client()
        client.set_cookie("mo", self.tokens[tablet])
        request = {
            "protocol": 1,
            "device": self.devices[tablet],
            "person": evening.tablets[tablet],
            "languages": ["en"],
            "client_now": "",
            "operations": operations,
            "pages": False,
        }
        answer = client.post("/sync", json=request, headers={"Sec-Fetch-Site": "same-origin"})
        assert answer.status_code == 200, answer.text
        assert {result["outcome"] for result in answer.json["results"]} <= {"applied"}, answer.text
        return answer.json["documents"][f"door/{evening.event_id}"]["value"]

    def presence(self, evening):
        with self.app.app_context():
            return Records(db.session(), evening.event_id).presence


@settings(
    max_examples=40,
)
@given(deeds=deeds, data=st.data())
def test_the_figures_are_the_same_whatever_comes_first(world, deeds, data):
    evening = world.evening(deeds)
    for tablet, operations in data.draw(arrivals(evening)):
        world.send(evening, tablet, operations)
    assert world.presence(evening) == evening.expected()
    for tablet in range(TABLETS):
        assert on_the_tablet(world.send(evening, tablet, [])) == evening.expected()


def on_the_tablet(door):
    """The presence that follows from what a tablet is told: what was taken back is left out of it."""
    return derive(
        scans=[Scan(id_, person, party, moment(at), by) for id_, person, party, at, by in door["scans"]],
        walk_ins=[WalkIn(id_, party, moment(at), by) for id_, _, _, _, party, at, by, _ in door["walk_ins"]],
        merges=[Merge(*merge) for merge in door["merges"]],
        undone=(),
    )


moment = datetime.fromisoformat
