"""Modules import modules import modules, each a journey to the server: pages name them all at once.

Kept pages need no such hint, for their modules are on the device; so it is a header, not a part of the page.
"""

import re
from pathlib import Path, PurePosixPath

from flask import Flask, Response

from .static import STATIC

ENTRY = "js/app.js"
IMPORT = re.compile(r'^(?:import|export)\b[^;"]*"(\.[^"]+)";', re.MULTILINE)
"""Of our own modules and the bundled libraries, which import nothing."""


def register(app: Flask) -> None:
    build = app.extensions["build"]
    links = (f"</static/{build}/{module}>; rel=modulepreload" for module in modules_of(ENTRY, STATIC))
    link = ", ".join(links)

    @app.after_request
    def preload(response: Response) -> Response:
        if response.mimetype == "text/html" and response.status_code == 200:
            response.headers["Link"] = link
        return response


def modules_of(entry: str, folder: Path) -> list[str]:
    """All that a module needs to run, itself first: paths below the folder."""
    found = [entry]
    for module in found:
        path = folder / module
        for name in IMPORT.findall(path.read_text(encoding="utf-8")) if path.exists() else []:
            imported = _joined(PurePosixPath(module).parent, name)
            if imported not in found:
                found.append(imported)
    return found


def _joined(folder: PurePosixPath, name: str) -> str:
    parts: list[str] = list(folder.parts)
    for part in PurePosixPath(name).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)
