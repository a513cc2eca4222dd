"""Where one begins: the start page, about, the desk's front page, the manifest for installing."""

from flask import Flask

from mo_app.sync import register_page

from . import desk, manifest, pages


def register(app: Flask) -> None:
    register_page(app, pages.START)
    register_page(app, pages.ABOUT)
    app.register_blueprint(manifest.blueprint)
    app.register_blueprint(desk.blueprint)
