"""The ways in which a request can go wrong between a device and the server."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from tests.support.http_wire import answer, said

Forward = Callable[[], Awaitable[bytes]]


class Lost(Exception):
    """The connection is cut; no byte (more) of an answer arrives."""


class Fault(Protocol):
    async def answer(self, forward: Forward, healed: asyncio.Event) -> bytes:
        """What the browser gets; ``forward`` asks the server. Raises Lost to cut the connection."""


@dataclass(frozen=True)
class CutBefore:
    """The request never reaches the server."""

    async def answer(self, forward: Forward, healed: asyncio.Event) -> bytes:
        raise Lost


@dataclass(frozen=True)
class CutAfter:
    """The server has answered, so it has committed; the answer is lost."""

    async def answer(self, forward: Forward, healed: asyncio.Event) -> bytes:
        await forward()
        raise Lost


@dataclass(frozen=True)
class CutWithin:
    """The answer breaks off after this share of it."""

    share: float = 0.5

    async def answer(self, forward: Forward, healed: asyncio.Event) -> bytes:
        whole = await forward()
        return whole[: int(len(whole) * self.share)]


@dataclass(frozen=True)
class Tamper:
    """What arrives is another JSON than the server's."""

    change: Callable[[Any], Any]

    async def answer(self, forward: Forward, healed: asyncio.Event) -> bytes:
        whole = await forward()
        body = json.dumps(self.change(said(whole)))
        return answer(200, {"Content-Type": "application/json"}, body.encode())


@dataclass(frozen=True)
class Hang:
    """Nothing happens, for as long as it takes; the server is never asked."""

    async def answer(self, forward: Forward, healed: asyncio.Event) -> bytes:
        await healed.wait()
        raise Lost


@dataclass(frozen=True)
class HoldRequest:
    """The request waits on the way until the network is healed, then arrives."""

    async def answer(self, forward: Forward, healed: asyncio.Event) -> bytes:
        await healed.wait()
        return await forward()


@dataclass(frozen=True)
class HoldAnswer:
    """The server has answered; the answer waits on the way until the network is healed."""

    async def answer(self, forward: Forward, healed: asyncio.Event) -> bytes:
        whole = await forward()
        await healed.wait()
        return whole


@dataclass(frozen=True)
class Delay:
    """A slow line: the request takes this many seconds to arrive."""

    seconds: float

    async def answer(self, forward: Forward, healed: asyncio.Event) -> bytes:
        await asyncio.sleep(self.seconds)
        return await forward()


@dataclass(frozen=True)
class AnswerInstead:
    """Something else answers: an overloaded or broken server, a gateway."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    async def answer(self, forward: Forward, healed: asyncio.Event) -> bytes:
        return answer(self.status, self.headers, self.body)


def captive_portal() -> AnswerInstead:
    """The page of a tram's Wi-Fi that wants a tick first: 200, HTML, and a lie."""
    page = b"<!doctype html><title>Welcome on board</title><form method=post><button>Accept</button></form>"
    return AnswerInstead(200, {"Content-Type": "text/html; charset=utf-8"}, page)
