"""A device's line to the server, without a browser: POST /sync over real HTTP."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any

from tests.support.device import Device

Json = dict[str, Any]


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Json:
        return json.loads(self.body)


@dataclass(frozen=True)
class Line:
    """To the server on ``port``, as whoever the ``cookie`` (``name=value``) says."""

    port: int
    origin: str
    cookie: str | None = None

    def post(self, request: Mapping[str, Any]) -> Answer:
        """Raises ConnectionError or HTTPException where the server dies meanwhile."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Content-Type": "application/json", "Origin": self.origin, "Sec-Fetch-Site": "same-origin"}
        if self.cookie:
            headers["Cookie"] = self.cookie
        try:
            connection.request("POST", "/sync", json.dumps(request).encode(), headers)
            response = connection.getresponse()
            return Answer(response.status, dict(response.getheaders()), response.read())
        finally:
            connection.close()

    def exchange(self, device: Device) -> Json:
        """One exchange that arrives and whose answer arrives."""
        answer = self.post(device.request())
        assert answer.status == 200, (answer.status, answer.body[:500])
        device.take(answer.json)
        return answer.json
