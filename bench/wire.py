"""Bytes over the wire: what a phone loads on its first visit until everything is readable offline."""

import json
import re
import urllib.request
from dataclasses import dataclass

from .devices import Device


@dataclass(frozen=True)
class FirstVisit:
    everything: int
    scripts: int
    styles: int


def first_visit(origin: str, device: Device) -> FirstVisit:
    """Compressed bodies, in bytes: the page, all that the worker keeps, and the exchange."""
    page = _size(f"{origin}/de/", device)
    listed = urllib.request.urlopen(f"{origin}/precache.js").read().decode()
    assets = json.loads(re.search(r"export const assets = (.*);", listed)[1])  # type: ignore[index]
    sizes = {asset["url"]: _size(origin + asset["url"], device) for asset in assets}
    worker = _size(f"{origin}/sw.js", device) + len(listed)
    worker += _size(f"{origin}/static/vendor/workbox.js", device)
    exchange = _size(f"{origin}/sync", device, device.request([], pages=True))
    scripts = sum(size for url, size in sizes.items() if url.endswith(".js"))
    styles = sum(size for url, size in sizes.items() if url.endswith(".css"))
    return FirstVisit(page + worker + exchange + sum(sizes.values()), scripts, styles)


def _size(url: str, device: Device, body: bytes | None = None) -> int:
    headers = {"Accept-Encoding": "gzip", "Cookie": f"mo={device.token}", "Sec-Fetch-Site": "same-origin"}
    headers["Content-Type"] = "application/json"
    with urllib.request.urlopen(urllib.request.Request(url, body, headers)) as response:
        return len(response.read())
