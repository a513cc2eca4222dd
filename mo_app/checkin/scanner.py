"""The camera at the door: what reads the codes is WebAssembly, run in a worker of its own."""

from flask import Flask

from mo_app.web.static import allow_wasm


def register(app: Flask) -> None:
    allow_wasm(app, "js/checkin/scanner/decoder.js")
