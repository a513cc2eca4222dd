"""``flask --app app calendar import FILE``."""

from pathlib import Path

import click
from flask.cli import AppGroup

from mo_app.kernel.errors import DomainError
from mo_app.kernel.i18n import LANGUAGES
from mo_app.web.database import db, writing
from mo_app.web.i18n import say, speaking

from .calendar_in import read_calendar
from .changes import OPERATOR
from .doing import Doing, now
from .imports import import_reading, preview_calendar
from .told import lines_of

calendar = AppGroup("calendar", help="The schedule's own calendar.")


@calendar.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--language", type=click.Choice(list(LANGUAGES)), default="de", help="The calendar's language.")
@click.option("--preview", is_flag=True, help="Only say what would happen.")
def import_file(file: Path, language: str, preview: bool) -> None:
    """Bring the events of an iCalendar FILE into the schedule, or what changed in it since the last time."""
    about: Doing = {"session": db.session(), "actor": OPERATOR, "now": now()}
    with speaking("en"):
        try:
            reading = read_calendar(file.read_bytes(), now=about["now"])
            if preview:
                plan = preview_calendar(**about, reading=reading)
            else:
                with writing():
                    plan = import_reading(**about, reading=reading, language=language)
        except DomainError as error:
            raise click.ClickException(say(error.message)) from error
        for line in lines_of(plan):
            click.echo(line)
