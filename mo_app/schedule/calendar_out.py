"""The schedule as an iCalendar file (RFC 5545, RFC 7986), for calendar apps.

Every date is an entry of its own with a UID of its own, in UTC: apps agree on those, while single dates of a
series without their rule are dropped by some and shown twice by others. Changes raise SEQUENCE; what is
cancelled stays, as STATUS:CANCELLED, so that apps that have it strike it out.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from threading import Lock
from urllib.parse import urlsplit

from flask import current_app, url_for
from flask_babel import gettext
from icalendar import Calendar
from icalendar import Event as Entry
from icalendar.prop import vDuration

from mo_app.settings import Settings
from mo_app.web.i18n import current_language

from .kinds import KIND_NAMES
from .models import Event
from .queries import Version
from .spoken import spoken

REFRESH = timedelta(hours=6)


def calendar_of(events: Sequence[Event]) -> bytes:
    """In the current language."""
    settings: Settings = current_app.extensions["settings"]
    name = gettext("Schedule – %(host)s", host=settings.host_name)
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//{urlsplit(settings.origin).hostname}//Schedule//{current_language().upper()}")
    calendar.add("method", "PUBLISH")
    for field in ("name", "x-wr-calname"):
        calendar.add(field, name)
    calendar.add("x-wr-timezone", "Europe/Berlin")
    calendar.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))
    for event in events:
        calendar.add_component(_entry(event, settings.origin))
    return bytes(calendar.to_ical())


def etag_of(versions: Iterable[Version]) -> str:
    """Changes with whatever the file says, and can be had without writing it."""
    about = [current_app.extensions["build"], current_language()]
    numbers = [f"{event_id}.{number}" for event_id, number in versions]
    return hashlib.sha256(" ".join(about + numbers).encode()).hexdigest()[:24]


class Written:
    """The files that this process wrote last, by their ETag: subscribers all ask for the same ones."""

    MOST = 16

    def __init__(self) -> None:
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, tag: str, write: Callable[[], bytes]) -> bytes:
        with self._lock:
            found = self._kept.get(tag)
        if found is None:
            found = write()
        with self._lock:
            self._kept[tag] = found
            self._kept.move_to_end(tag)
            while len(self._kept) > self.MOST:
                self._kept.popitem(last=False)
        return found


def _entry(event: Event, origin: str) -> Entry:
    title, url = spoken(event.title), origin + url_for("schedule.event", event=event.id)
    entry = Entry()
    entry.add("uid", f"{event.id}@{urlsplit(origin).hostname}")
    entry.add("dtstamp", event.updated_at)
    entry.add("last-modified", event.updated_at)
    entry.add("created", event.created_at)
    entry.add("sequence", event.version - 1)
    _add_span(entry, event)
    entry.add("summary", title.text, parameters={"LANGUAGE": title.language})
    entry.add("description", _description(event, url))
    entry.add("url", url)
    entry.add("categories", [gettext(KIND_NAMES[event.kind_of])])
    entry.add("status", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    if event.place:
        entry.add("location", event.place)
    return entry


def _add_span(entry: Entry, event: Event) -> None:
    if event.all_day:
        entry.add("dtstart", event.first_day)
        entry.add("dtend", event.last_day + timedelta(days=1))
        entry.add("transp", "TRANSPARENT")
        return
    entry.add("dtstart", event.starts_at)
    if event.ends_at > event.starts_at:
        entry.add("dtend", event.ends_at)


def _description(event: Event, url: str) -> str:
    """The link stands in the text too: not every app shows URL."""
    reason = spoken(event.cancel_reason).text
    cancelled = gettext("Cancelled: %(reason)s", reason=reason) if reason else gettext("Cancelled")
    parts = [cancelled if event.is_cancelled else "", spoken(event.text).text, url]
    return "\n\n".join(filter(None, parts))
