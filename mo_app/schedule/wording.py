"""Words for what the schedule knows, in the current language."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from flask_babel import format_date, gettext

from mo_app.kernel.clock import BERLIN, local_date
from mo_app.kernel.i18n import N_, Message

from .calendar_in import CalendarDate
from .facts import Span
from .kinds import KIND_NAMES, OFFER_NAMES, Kind, Offer
from .local_time import TWICE
from .models import Event, EventChange
from .spoken import language_name, listed

DEEDS = {
    "created": N_("Made"),
    "imported": N_("Taken from the calendar"),
    "edited": N_("Edited"),
    "cancelled": N_("Cancelled"),
    "restored": N_("Takes place after all"),
}
COLUMN_NAMES = {
    "kind": N_("Kind"),
    "title": N_("Title"),
    "text": N_("Description"),
    "place": N_("Place"),
    "starts_at": N_("Start"),
    "ends_at": N_("End"),
    "capacity": N_("Places"),
    "closes_at": N_("RSVPs close"),
    "spoken": N_("Languages spoken"),
    "offers": N_("What is offered"),
}


def span_text(span: Span | CalendarDate | Event) -> str:
    """``Thu, 7 May 2026, 17:30–20:00``, in Leipzig's time."""
    start, end = span.starts_at.astimezone(BERLIN), span.ends_at.astimezone(BERLIN)
    last = local_date(max(span.starts_at, span.ends_at - timedelta(microseconds=1)))
    if span.all_day:
        return day_text(start) if last == start.date() else f"{day_text(start)} – {day_text(last)}"
    if end == start:
        return f"{day_text(start)}, {start:%H:%M}"
    if start.date() == last:
        return f"{day_text(start)}, {start:%H:%M}–{end:%H:%M}"
    return f"{day_text(start)}, {start:%H:%M} – {day_text(end)}, {end:%H:%M}"


def day_text(day: date | datetime) -> str:
    text: str = format_date(day, "EEE, d MMM y", rebase=False)
    return text


def first_text(texts: Mapping[str, str]) -> str:
    return next(iter(texts.values()), "")


def kind_name(kind: str) -> str:
    return str(gettext(KIND_NAMES[Kind(kind)]))


def offer_name(offer: str) -> str:
    return str(gettext(OFFER_NAMES[Offer(offer)]))


def kind_choices() -> list[tuple[str, str]]:
    return [(kind.value, kind_name(kind)) for kind in Kind]


def offer_choices() -> list[tuple[str, str]]:
    return [(offer.value, offer_name(offer)) for offer in Offer]


def language_choices(tags: Iterable[str]) -> list[tuple[str, str]]:
    return [(tag, language_name(tag)) for tag in tags]


def comes_twice(error: Message) -> bool:
    """Whether a time has to be told apart from the same one an hour later."""
    return error.text == TWICE


def which_choices() -> list[tuple[str, str]]:
    """Of the two times of the hour that comes twice."""
    return [("first", gettext("the first time, in summer time")), ("second", gettext("the second time"))]


def history_text(change: EventChange) -> str:
    """``Edited: Place, Start``"""
    columns = listed(gettext(text) for name, text in COLUMN_NAMES.items() if name in change.details)
    deed = str(gettext(DEEDS[change.what]))
    return f"{deed}: {columns}" if columns else deed
