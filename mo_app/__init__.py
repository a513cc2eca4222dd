"""The application factory: settings, then extensions, then features."""

from flask import Flask


def create_app() -> Flask:
    return Flask(__name__)
