"""Two people edit the same event: what one typed beside what the other has saved meanwhile."""

from dataclasses import dataclass
from typing import Any

from flask_babel import gettext

from mo_app.kernel.i18n import LANGUAGES, N_

from .forms import Typed, form_of
from .kinds import Kind, Offer
from .models import Event
from .spoken import language_name, listed
from .wording import kind_name, offer_name

FIELD_NAMES = {
    "kind": N_("Kind"),
    "language": N_("Written first in"),
    "starts_on": N_("First day"),
    "starts_at": N_("Begins at"),
    "ends_on": N_("Last day"),
    "ends_at": N_("Ends at"),
    "closes_on": N_("RSVPs close on"),
    "closes_at": N_("RSVPs close at"),
    "place": N_("Place"),
    "capacity": N_("Places"),
    "spoken": N_("Languages spoken"),
    "offers": N_("What is offered"),
}


@dataclass(frozen=True)
class Difference:
    name: str
    typed: str
    saved: str


def differences(typed: Typed, event: Event) -> list[Difference]:
    """Field by field, where they differ."""
    saved = form_of(event)
    names = {name: gettext(text) for name, text in FIELD_NAMES.items()}
    for language in LANGUAGES:
        names[f"title_{language}"] = gettext("Title (%(language)s)", language=language_name(language))
        names[f"text_{language}"] = gettext("Description (%(language)s)", language=language_name(language))
    return [
        Difference(text, _shown(name, typed[name]), _shown(name, saved[name]))
        for name, text in names.items()
        if _plain(typed[name]) != _plain(saved[name])
    ]


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, list) else value


def _shown(name: str, value: Any) -> str:
    if name == "kind" and value in set(Kind):
        return kind_name(value)
    if name == "language":
        return language_name(value)
    if name == "spoken":
        return listed(language_name(tag) for tag in value) or "–"
    if name == "offers":
        return listed(offer_name(offer) for offer in Offer if offer in value) or "–"
    return str(value) or "–"
