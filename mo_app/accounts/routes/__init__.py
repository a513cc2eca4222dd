"""The routes of accounts: the ways in, one's own account, and the coordinators' desk."""

from flask import Flask

from . import account, demo, desk, desk_invitations, join, links, recover, sign_in
from .blueprints import accounts, signing_in, ways_in

__all__ = ["account", "demo", "desk", "desk_invitations", "join", "links", "recover", "register", "sign_in"]


def register(app: Flask) -> None:
    app.register_blueprint(ways_in)
    app.register_blueprint(signing_in)
    app.register_blueprint(accounts)
    links.register(app)
    app.add_url_rule("/demo/<role>/<secret>", "demo", demo.sign_in_for_demo)
