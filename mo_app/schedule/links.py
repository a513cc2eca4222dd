"""Addresses and words that leave the app: to calendar apps and messengers."""

from typing import Any

from flask import current_app, url_for

from mo_app.settings import Settings
from mo_app.web.i18n import current_language

from .models import Event
from .spoken import spoken
from .wording import span_text


def absolute_url(endpoint: str, **values: Any) -> str:
    """Kept pages are made without a request, so the settings say where the app is."""
    settings: Settings = current_app.extensions["settings"]
    return settings.origin + url_for(endpoint, **values)


def calendar_url(scheme: str = "") -> str:
    """Of the whole schedule, in the reader's language; ``webcal`` opens the device's calendar app."""
    url = absolute_url("schedule.calendar", lang=current_language())
    return f"{scheme}://{url.partition('://')[2]}" if scheme else url


def share_text(event: Event) -> str:
    """What, when and where, for a messenger."""
    lines = [spoken(event.title).text, span_text(event), event.place]
    return "\n".join(filter(None, lines))
