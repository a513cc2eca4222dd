"""Devices that speak the exchange over real connections, many at once."""

import asyncio
import gzip
import json
import time
import uuid
from dataclasses import dataclass, field
from typing import Any

NOW = "2026-01-01T00:00:00Z"


@dataclass
class Device:
    person: str
    token: str
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    seq: int = 0
    have: dict[str, Any] = field(default_factory=dict)

    def rsvps(self, events: list[str], number: int) -> list[dict[str, Any]]:
        """As many operations, each a change of what was said before."""
        operations = []
        for _ in range(number):
            self.seq += 1
            payload = {"event": events[self.seq % len(events)], "going": True, "party": 1 + self.seq % 2}
            needs = {"interpreting": None, "children": 0, "step_free": False}
            payload |= {"needs": needs, "base": 0}
            operation = {"id": str(uuid.uuid4()), "seq": self.seq, "kind": "rsvp.set", "made_at": NOW}
            operations.append(operation | {"payload": payload})
        return operations

    def request(self, operations: list[dict[str, Any]], *, pages: bool) -> bytes:
        body = {"protocol": 1, "device": self.id, "person": self.person, "languages": ["de"]}
        body |= {"client_now": NOW, "operations": operations, "have": self.have, "pages": pages}
        return json.dumps(body).encode()

    async def exchange(self, port: int, body: bytes) -> dict[str, Any]:
        """One connection, one exchange. Raises RuntimeError if the answer is not 200."""
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        head = (
            f"POST /sync HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n"
            f"Cookie: mo={self.token}\r\n"
            "Sec-Fetch-Site: same-origin\r\nAccept-Encoding: gzip\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        writer.write(head.encode() + body)
        received = await reader.read()
        writer.close()
        headers, _, data = received.partition(b"\r\n\r\n")
        if b" 200 " not in headers.split(b"\r\n")[0]:
            raise RuntimeError(received[:600])
        if b"content-encoding: gzip" in headers.lower():
            data = gzip.decompress(data)
        answer: dict[str, Any] = json.loads(data)
        return answer


async def all_at_once(devices: list[Device], events: list[str], port: int) -> tuple[float, int]:
    """Everybody sends five operations at once: seconds until the last answer, operations answered."""
    bodies = [device.request(device.rsvps(events, 5), pages=False) for device in devices]
    began = time.perf_counter()
    answers = await asyncio.gather(
        *(device.exchange(port, body) for device, body in zip(devices, bodies, strict=True))
    )
    seconds = time.perf_counter() - began
    return seconds, sum(result["outcome"] != "retry" for answer in answers for result in answer["results"])


async def operations_per_second(devices: list[Device], events: list[str], port: int, seconds: float) -> float:
    """Each device sends fifty operations in an exchange, again and again."""
    until, answered = time.perf_counter() + seconds, 0
    began = time.perf_counter()

    async def go_on(device: Device) -> None:
        nonlocal answered
        while time.perf_counter() < until:
            answer = await device.exchange(port, device.request(device.rsvps(events, 50), pages=False))
            answered += len(answer["results"])

    await asyncio.gather(*(go_on(device) for device in devices))
    return answered / (time.perf_counter() - began)
