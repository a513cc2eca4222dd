"""The form of an event: what is typed, checked field by field, into columns, and back."""

from collections.abc import Mapping
from typing import Any

from werkzeug.datastructures import MultiDict

from mo_app.kernel.errors import Invalid
from mo_app.kernel.i18n import LANGUAGES, N_, Message

from .form_times import closing_time, span, typed_times
from .kinds import PLACE_LIMIT, SPOKEN_LANGUAGES, TEXT_LIMIT, TITLE_LIMIT, Kind, Offer
from .models import Event

MOST_PEOPLE = 10_000

Typed = dict[str, Any]
"""By name of the field: a string, or the list of what was ticked."""

LISTS = ("spoken", "offers")
NAMES = (
    "kind", "language", "starts_on", "starts_at", "starts_which", "ends_on", "ends_at", "ends_which",
    "closes_on", "closes_at", "place", "capacity",
    *(f"{what}_{language}" for what in ("title", "text") for language in LANGUAGES),
)  # fmt: skip


def typed_of(form: MultiDict[str, str]) -> Typed:
    """What came with a request; a field that is missing is empty."""
    texts = {name: _clean(form.get(name, "")) for name in NAMES}
    return texts | {name: form.getlist(name) for name in LISTS}


def empty_form(language: str) -> Typed:
    return dict.fromkeys(NAMES, "") | {
        "kind": Kind.WORKSHOP.value,
        "language": language,
        "spoken": [],
        "offers": [],
    }


def form_of(event: Event) -> Typed:
    """What would have to be typed for this event."""
    about = {
        "kind": event.kind,
        "language": next(iter(event.title)),
        "place": event.place,
        "capacity": str(event.capacity or ""),
        "spoken": event.spoken,
        "offers": event.offers,
    }
    for language in LANGUAGES:
        about[f"title_{language}"] = event.title.get(language, "")
        about[f"text_{language}"] = event.text.get(language, "")
    return empty_form("") | about | typed_times(event)


def copy_of(event: Event) -> Typed:
    """For another event of the same kind: everything but when it is."""
    times = ("starts_on", "starts_which", "ends_on", "ends_which", "closes_on", "closes_at")
    return form_of(event) | dict.fromkeys(times, "")


def parse_event(typed: Typed) -> dict[str, Any]:
    """Columns of Event. Raises Invalid with a message for every field that is wrong."""
    errors: dict[str, Message] = {}
    values = {
        "kind": _one_of(typed, "kind", list(Kind), errors),
        "place": _short(typed, "place", PLACE_LIMIT, errors),
        "capacity": _capacity(typed, errors),
        "spoken": [tag for tag in SPOKEN_LANGUAGES if tag in typed["spoken"]],
        "offers": [offer.value for offer in Offer if offer in typed["offers"]],
        **_texts(typed, errors),
        **span(typed, errors),
    }
    values["closes_at"] = closing_time(typed, values.get("starts_at"), errors)
    if errors:
        raise Invalid(errors)
    return values


def parse_reason(typed: str, language: str) -> Mapping[str, str]:
    """Why an event is cancelled; people who wanted to come must be told something."""
    reason = _clean(typed)
    if not reason:
        raise Invalid({"reason": Message(N_("Please say why: everybody who wanted to come reads it."))})
    if len(reason) > TITLE_LIMIT:
        raise Invalid({"reason": _too_long(TITLE_LIMIT)})
    return {language: reason}


def _texts(typed: Typed, errors: dict[str, Message]) -> dict[str, dict[str, str]]:
    first = _one_of(typed, "language", list(LANGUAGES), errors) or next(iter(LANGUAGES))
    order = [first, *(language for language in LANGUAGES if language != first)]
    if not typed[f"title_{first}"]:
        errors[f"title_{first}"] = Message(N_("Please give it a title."))
    limits = {"title": TITLE_LIMIT, "text": TEXT_LIMIT}
    found = {
        what: {each: _short(typed, f"{what}_{each}", limits[what], errors) for each in order}
        for what in limits
    }
    return {what: {each: text for each, text in texts.items() if text} for what, texts in found.items()}


def _capacity(typed: Typed, errors: dict[str, Message]) -> int | None:
    value = typed["capacity"]
    if not value:
        return None
    figures = value.isdecimal() and value.isascii() and len(value) <= len(str(MOST_PEOPLE))
    if not figures or not 1 <= int(value) <= MOST_PEOPLE:
        text = N_("Please give a number from 1 to %(most)s, or nothing where there is no limit.")
        errors["capacity"] = Message(text, {"most": MOST_PEOPLE})
        return None
    return int(value)


def _one_of(typed: Typed, name: str, choices: list[str], errors: dict[str, Message]) -> str:
    if typed[name] not in choices:
        errors[name] = Message(N_("Please choose one of these."))
        return ""
    return str(typed[name])


def _short(typed: Typed, name: str, limit: int, errors: dict[str, Message]) -> str:
    if len(typed[name]) > limit:
        errors[name] = _too_long(limit)
    return str(typed[name])


def _too_long(limit: int) -> Message:
    return Message(N_("Please use at most %(limit)s characters."), {"limit": limit})


def _clean(value: str) -> str:
    return value.replace("\x00", "").replace("\r\n", "\n").strip()
