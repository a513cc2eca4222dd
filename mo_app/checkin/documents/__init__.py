"""What a station keeps: who might come (``roster/<event>``), and what was recorded (``door/<event>``)."""

from flask import Flask

from mo_app import sync
from mo_app.checkin.stations.rights import may_read, reads

from . import door, roster, touches


def register(app: Flask) -> None:
    for name, parts in (("roster", roster.PARTS), ("door", door.PARTS)):
        sync.register_document(app, sync.DocumentKind(name=name, may_read=may_read, given=reads))
        for part, value in parts.items():
            sync.register_part(app, document=name, name=part, value=value)
    touches.register()
