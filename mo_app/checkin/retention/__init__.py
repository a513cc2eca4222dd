"""Names go after a while; the figures stay."""

from datetime import datetime

from flask import Flask
from sqlalchemy.orm import Session

from mo_app import sync
from mo_app.settings import Settings

from .commands import checkin
from .operations import forget_names


def register(app: Flask) -> None:
    settings: Settings = app.extensions["settings"]

    def daily(*, session: Session, now: datetime) -> None:
        forget_names(session=session, now=now, months=settings.names_kept_months)

    sync.register_daily(app, daily)
    app.cli.add_command(checkin)
