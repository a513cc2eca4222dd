"""The world of the exchange machine: the app on a database file, devices, and a witness of every answer."""

from collections import defaultdict
from contextlib import suppress
from datetime import timedelta
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, Engine, event
from werkzeug.test import TestResponse

from mo_app import create_app
from mo_app.kernel.clock import FixedClock
from mo_app.kernel.database import Base
from mo_app.settings import Settings
from mo_app.web.database import begin_write, db
from tests.conftest import NOON
from tests.support.cast import cancel, cookie_of, event_of, restore, seed
from tests.support.device import Device, Json, is_final

UNKNOWN_KIND = "cake.bring"
SAID = ("outcome", "code", "params")
ROUNDS = 3


class Crash(BaseException):
    """The process is gone: nothing in it can catch this."""


class World:
    def __init__(self, owners: list[str]) -> None:
        self.folder = TemporaryDirectory()
        self.clock = FixedClock(NOON)
        settings = Settings.from_environ({"MO_DATA": self.folder.name, "MO_ORIGIN": "http://localhost:8000"})
        self.app = create_app(settings, self.clock)
        with self.app.app_context():
            Base.metadata.create_all(db.engine)
            self.cast = seed(db.session(), self.clock.now())
            self.tokens = {name: cookie_of(db.session(), id_, NOON) for name, id_ in self.cast.people.items()}
            db.session.commit()
        self.owners = owners
        self.devices = [Device(self.cast.people[name]) for name in owners]
        self.first: dict[str, Json] = {}
        """The first final result of each operation, by id."""
        self.applied: dict[tuple[str, str], list[Json]] = defaultdict(list)
        """By person and event, the payloads in the order in which the server applied them."""
        self.said: dict[str, tuple[int, Json]] = {}
        """By id, the operation and the number of its device."""

    @property
    def engine(self) -> Engine:
        with self.app.app_context():
            return db.engine

    def close(self) -> None:
        self.engine.dispose()
        self.folder.cleanup()

    # What happens.

    def say(self, number: int, event_name: str, *, going: bool, party: int) -> None:
        owner = self.owners[number]
        operation = self.devices[number].say(
            self.cast.events[event_name], going=going, party=party, interpreting=self.marker(owner)
        )
        self.said[operation["id"]] = (number, operation)

    def exchange(self, number: int) -> Json:
        answer = self.post(number, self.devices[number].request())
        self.devices[number].take(answer)
        return answer

    def post(self, number: int, request: Json) -> Json:
        """Deliver a request; what the server says is witnessed, whether or not it arrives at the device."""
        response = self._post(self.owners[number], request)
        assert response.status_code == 200, response.text
        self._witness(response.json["results"])
        return response.json

    def crash(self, number: int, place: str) -> None:
        """The server dies while it works on this device's request: at this statement, or at the commit."""

        def before_statement(conn: Connection, cursor: Any, text: str, *rest: Any) -> None:
            if text.startswith(place):
                before_commit(conn)

        def before_commit(conn: Connection) -> None:
            conn.invalidate()  # closes the file, as the end of the process would
            raise Crash

        where = (
            ("commit", before_commit) if place == "COMMIT" else ("before_cursor_execute", before_statement)
        )
        event.listen(self.engine, *where)
        try:
            with suppress(Crash):
                self.post(number, self.devices[number].request())
        finally:
            event.remove(self.engine, *where)

    def forgeable(self) -> list[str]:
        """Operations that the server knows and whose device has not heard of it."""
        waiting = {operation["id"] for device in self.devices for operation in device.outbox}
        return sorted(waiting & self.first.keys())

    def forge(self, operation_id: str) -> None:
        """The same id with another payload is rejected; what was said first stays."""
        number, operation = self.said[operation_id]
        forged = operation | {"payload": operation["payload"] | {"party": 9}}
        response = self._post(self.owners[number], self.devices[number].request() | {"operations": [forged]})
        (result,) = response.json["results"]
        assert (result["outcome"], result["code"]) == ("rejected", "id_reused")

    def send_as(self, number: int, other: str) -> None:
        """The first one's outbox under another's sign-in; also where it calls itself the other's."""
        if other == self.owners[number]:
            return
        request = self.devices[number].request()
        assert self._post(other, request).status_code == 409
        if request["operations"] and self._is_known(number):
            assert self._post(other, request | {"person": self.cast.people[other]}).status_code == 409

    def _is_known(self, number: int) -> bool:
        return any(self.said[operation][0] == number for operation in self.first)

    def wait(self, minutes: int) -> None:
        self.clock.advance(timedelta(minutes=minutes))

    def cancel_or_restore(self, event_name: str) -> None:
        with self.app.app_context():
            begin_write()
            session = db.session()
            change = restore if event_of(session, self.cast, event_name).is_cancelled else cancel
            change(session, self.cast, event_name, self.clock.now())
            session.commit()

    def settle(self) -> None:
        """The network is well again: every device exchanges until it is through, then once more."""
        for _ in range(ROUNDS):
            for number in range(len(self.devices)):
                while self.exchange(number)["more"]:
                    pass
        for number, device in enumerate(self.devices):
            assert [each for each in device.outbox if each["kind"] != UNKNOWN_KIND] == [], self.owners[number]

    # What the witness knows.

    def _post(self, person: str, request: Json) -> TestResponse:
        client = self.app.test_client()
        client.set_cookie("mo", self.tokens[person], domain="localhost")
        response = client.post("/sync", json=request, headers={"Sec-Fetch-Site": "same-origin"})
        for secret in self.secrets_of_others(person):
            assert secret not in response.text, f"{person} received {secret}"
        return response

    def secrets_of_others(self, person: str) -> list[str]:
        others = [name for name in self.cast.people if name != person]
        return [secret for name in others for secret in (self.marker(name), self.cast.people[name])]

    def marker(self, person: str) -> str:
        """What only this person says, in a language of her own."""
        return f"marker of {person}"

    def _witness(self, results: list[Json]) -> None:
        for result in results:
            if not is_final(result):
                continue
            first = self.first.setdefault(result["id"], result)
            assert result["replayed"] == (first is not result), result
            assert [result[key] for key in SAID] == [first[key] for key in SAID], (first, result)
            if first is result and result["outcome"] == "applied":
                number, operation = self.said[result["id"]]
                key = (self.owners[number], operation["payload"]["event"])
                self.applied[key].append(operation["payload"])
