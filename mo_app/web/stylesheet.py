"""One stylesheet of many files: a component a file to read, one request to load."""

from pathlib import Path

from flask import Flask, Response, current_app, request
from werkzeug.wrappers import Response as AnyResponse

from .compression import compress

CSS = Path(__file__).parents[1] / "static" / "css"
NAME = "css/app.css"
FOR_EVER = "public, max-age=31536000, immutable"


def register(app: Flask) -> None:
    app.extensions["stylesheet"] = stylesheet(CSS)
    app.add_url_rule(f"/static/{NAME}", "stylesheet", _stylesheet)
    app.add_url_rule(f"/static/<build:build>/{NAME}", "stylesheet", _stylesheet)


def stylesheet(folder: Path) -> str:
    """The layers one after the other; ``tokens.css`` comes first and declares their order."""
    layers = ["tokens.css", "reset.css", "base.css", "layout.css", "components/*.css", "utilities.css"]
    files = [file for layer in layers for file in sorted(folder.glob(layer))]
    return "".join(file.read_text(encoding="utf-8") for file in files)


def _stylesheet(build: str = "") -> AnyResponse:
    response = Response(current_app.extensions["stylesheet"], mimetype="text/css")
    current = build == current_app.extensions["build"]
    response.headers["Cache-Control"] = FOR_EVER if current else "no-cache"
    response.add_etag()
    response.make_conditional(request)
    compress(response, remember=True)
    return response
