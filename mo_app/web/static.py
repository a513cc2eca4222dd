"""Static files and the build: one name for all that is delivered together.

A file's address carries the build, ``/static/<build>/js/app.js``, so it can be kept for ever, and modules
that import one another by relative paths always come from the same build. The plain address answers too; the
service worker's imports use it.
"""

import hashlib
from pathlib import Path

from flask import Flask, Response, current_app, json, request, send_from_directory
from werkzeug.routing import BaseConverter
from werkzeug.wrappers import Response as AnyResponse

from mo_app.kernel.i18n import LANGUAGES

from . import stylesheet
from .compression import compress
from .headers import WASM_WORKER_POLICY, security_headers

PACKAGE = Path(__file__).parents[1]
STATIC = PACKAGE / "static"
TRANSLATIONS = PACKAGE.parent / "translations"
FOR_EVER = "public, max-age=31536000, immutable"
COMPRESSIBLE = (".js", ".css", ".svg", ".wasm")
PRECACHED = (".js", ".svg", ".png", ".woff2")
NOT_PRECACHED = (
    *("sw.js", "vendor/htmx.js", "vendor/workbox.js"),
    *("vendor/any-ascii.js", "vendor/barcode-detector.js", "js/checkin/door/", "js/checkin/scanner/"),
)
"""Files, and folders of them. What only the tablets at the door need, they fetch themselves."""
ENTRY = "js/app.js"


class BuildConverter(BaseConverter):
    regex = "[0-9a-f]{12}"


def register(app: Flask) -> None:
    app.url_map.converters["build"] = BuildConverter
    app.extensions["build"] = build_of(PACKAGE, TRANSLATIONS)
    app.extensions["wasm workers"] = set()
    app.jinja_env.globals.update(asset=asset, build=app.extensions["build"])
    app.add_url_rule("/static/<build:build>/<path:filename>", "asset", _asset)
    app.add_url_rule("/static/<path:filename>", "static", _asset, defaults={"build": None})
    app.add_url_rule("/sw.js", "service_worker", _service_worker)
    app.add_url_rule("/precache.js", "precache", _precache)


def allow_wasm(app: Flask, filename: str) -> None:
    """Let this worker, and nothing else of the app, run WebAssembly."""
    app.extensions["wasm workers"].add(filename)


def build_of(*folders: Path) -> str:
    """A hash of everything that a page is made of: code, templates, styles, scripts, translations."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(str(path.relative_to(folder)).encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def asset(filename: str) -> str:
    """The address of a static file in this build."""
    return f"/static/{current_app.extensions['build']}/{filename}"


def precached_files() -> list[str]:
    """Paths below ``static`` that a volunteer's pages need without a connection.

    The worker installs them in this order. The entry comes last: where it is, everything is.
    """
    paths = (str(path.relative_to(STATIC)) for path in sorted(STATIC.rglob("*")) if path.suffix in PRECACHED)
    return [stylesheet.NAME, *(path for path in paths if not path.startswith((*NOT_PRECACHED, ENTRY))), ENTRY]


def _asset(build: str | None, filename: str) -> AnyResponse:
    response = send_from_directory(STATIC, filename)
    # An old page may ask an updated server: what it gets works now, but is not what it will be kept as.
    current = build == current_app.extensions["build"]
    response.headers["Cache-Control"] = FOR_EVER if current else "no-cache"
    if filename in current_app.extensions["wasm workers"]:
        response.headers["Content-Security-Policy"] = WASM_WORKER_POLICY
    if filename.endswith(COMPRESSIBLE):
        compress(response, remember=True)
    return response


def _service_worker() -> AnyResponse:
    response = send_from_directory(STATIC, "sw.js", mimetype="text/javascript")
    response.headers["Cache-Control"] = "no-cache"
    return response


def _precache() -> AnyResponse:
    assets = [{"url": asset(path), "revision": None} for path in precached_files()]
    exports = {
        "build": current_app.extensions["build"],
        "assets": assets,
        "headers": security_headers(current_app.extensions["settings"]),
        "languages": list(LANGUAGES),
    }
    text = "".join(f"export const {name} = {json.dumps(value)};\n" for name, value in exports.items())
    response = Response(text, mimetype="text/javascript")
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    response.make_conditional(request)
    compress(response, remember=True)
    return response
