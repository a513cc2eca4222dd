"""gunicorn around an app that is loaded already: one start of Python instead of two."""

from collections.abc import Callable
from pathlib import Path

from flask import Flask
from gunicorn.app.base import Application

CONFIGURATION = Path(__file__).parents[2] / "gunicorn.conf.py"


class Server(Application):  # type: ignore[misc] # gunicorn ships no types
    """Serves ``app`` as a server would, and calls ``ready`` once it can be reached."""

    def __init__(self, app: Flask, ready: Callable[[], None]) -> None:
        self._app, self._ready = app, ready
        super().__init__()

    def load_config(self) -> None:
        self.load_config_from_file(str(CONFIGURATION))
        self.cfg.set("when_ready", lambda _arbiter: self._ready())

    def load(self) -> Flask:
        return self._app
