"""Tablets at the door of an event: stations by a row in the server's books."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from mo_app.checkin.stations.operations import make_station
from tests.support.cast import Cast, clara_of
from tests.support.deeds import Json
from tests.support.phone import Phone
from tests.support.phones import Phones

TABLET: dict[str, Any] = {
    "viewport": {"width": 820, "height": 1180},
    "device_scale_factor": 1,
    "is_mobile": True,
    "has_touch": True,
    "locale": "en",
}
DOOR = "/en/checkin"

READY = """() => {
  const line = document.querySelector('mo-ready [data-when="ready"]')
  return line !== null && !line.hidden
}"""


@dataclass(frozen=True)
class Tablet:
    phone: Phone
    station: str
    """Its id."""
    event: str

    def wait_until_ready(self) -> None:
        """It says itself that it can do without a connection."""
        self.phone.wait_until(READY)


def make_tablet(phones: Phones, event: str = "small", **options: Any) -> Tablet:
    """One more station of this event (of the cast, or by its id), opened once, with everything on it."""
    event = phones.cast.events.get(event, event)
    phone = phones.new(**(TABLET | options))
    phone.expected.append(r"409 .*/sync\)$")  # the server says who is there now; browsers log that
    with phones.records.writing() as session:
        made = make_station(
            session=session,
            actor=clara_of(phones.cast),
            now=datetime.now(UTC),
            event_id=event,
            device="Chromium · Linux",
        )
        station, token = made.station.id, made.token
    cookie = {"name": "mo", "value": token, "url": phones.proxy.origin, "httpOnly": True}
    phone.context.add_cookies([cookie])
    phone.page.goto(DOOR)
    phone.wait_until_ready(station)
    tablet = Tablet(phone, station, event)
    tablet.wait_until_ready()
    return tablet


def checked_in(cast: Cast, tablet: Tablet, name: str) -> tuple[str, Json]:
    """For the outbox: somebody of the cast is here, alone."""
    about = {"event": tablet.event, "person": cast.people[name], "party": 1, "how": "tap"}
    return "checkin.scan", about
