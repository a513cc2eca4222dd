"""Less on the wire, for browsers that take it: nearly all do, and prepaid data is dear."""

import gzip
from functools import lru_cache

from flask import request
from werkzeug.wrappers import Response

WORTH_COMPRESSING = 1024  # bytes


def compress(response: Response, *, remember: bool) -> None:
    """gzip the body. ``remember`` where it is the same for everybody: that is compressed once a process."""
    response.headers["Vary"] = "Accept-Encoding"
    if response.status_code != 200 or not request.accept_encodings["gzip"]:
        return
    response.direct_passthrough = False
    data = response.get_data()
    if len(data) >= WORTH_COMPRESSING:
        response.set_data(_once(data) if remember else gzip.compress(data, 6))
        response.headers["Content-Encoding"] = "gzip"


@lru_cache(maxsize=1000)
def _once(data: bytes) -> bytes:
    return gzip.compress(data, 9, mtime=0)
