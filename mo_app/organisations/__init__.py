"""The migrant organisations: who they are, and which people belong to them."""

from flask import Flask

from .routes import organisations


def register(app: Flask) -> None:
    app.register_blueprint(organisations)
