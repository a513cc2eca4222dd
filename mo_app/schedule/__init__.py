"""Events in time: meetings, workshops, series; calendars in and out."""

from flask import Flask

from . import cli, desk, desk_calendar, pages, routes, told, wording
from .kinds import SPOKEN_LANGUAGES, Offer
from .links import absolute_url, calendar_url, share_text
from .spoken import language_name, listed, paragraphs, spoken


def register(app: Flask) -> None:
    pages.register(app)
    for module in (routes, desk, desk_calendar):
        app.register_blueprint(module.blueprint)
    app.cli.add_command(cli.calendar)
    app.jinja_env.filters.update(paragraphs=paragraphs, language_name=language_name, listed=listed)
    app.jinja_env.globals.update(
        spoken=spoken,
        told=told,
        wording=wording,
        event_offers=tuple(Offer),
        spoken_languages=SPOKEN_LANGUAGES,
        absolute_url=absolute_url,
        calendar_url=calendar_url,
        share_text=share_text,
    )
