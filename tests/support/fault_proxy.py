"""A proxy between a browser and the server that breaks the network in the ways that networks break.

    proxy.break_on("/sync", CutAfter(), times=1)    # the next exchange commits, its answer is lost
    proxy.heal()                                    # all is well again; what hung is let go

It speaks HTTP/1.1, one request a connection, so that every request is a fresh chance to break something.
"""

import asyncio
import gzip
import json
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from tests.support.faults import Fault, Lost
from tests.support.http_wire import Request, read_request, reset, status_of
from tests.support.listener import PATIENCE, Listener


@dataclass
class Seen:
    """A request that reached the proxy, and what became of it.

    ``status`` is known as soon as the server has answered, ``done`` when the browser got what it gets.
    """

    method: str
    path: str
    body: bytes
    fault: Fault | None
    status: int | None = None
    answer: bytes = b""
    done: bool = False

    @property
    def said(self) -> Any:
        """The JSON that the browser sent."""
        return json.loads(self.body)

    @property
    def answered(self) -> Any:
        """The JSON that the server answered, whether or not it arrived."""
        head, _, body = self.answer.partition(b"\r\n\r\n")
        return json.loads(gzip.decompress(body) if b"content-encoding: gzip" in head.lower() else body)


@dataclass
class Rule:
    path: str
    fault: Fault
    skip: int
    times: int | None

    def takes(self, path: str) -> bool:
        """Whether this request is one to harm; counts those let through and those harmed."""
        if self.times == 0 or self.path not in ("*", path):
            return False
        if self.skip:
            self.skip -= 1
            return False
        if self.times is not None:
            self.times -= 1
        return True


class FaultProxy:
    """Browsers talk to ``origin``; what is well goes on to the ``upstream`` port of this machine."""

    def __init__(self, upstream: int) -> None:
        self.upstream = upstream
        self.seen: list[Seen] = []
        self.harmed = False
        """Whether anything was broken since it was last told to forget."""
        self._rules: list[Rule] = []
        self._changed = threading.Condition()
        self._healed = asyncio.Event()
        self._listener = Listener(self._connection)

    @property
    def port(self) -> int:
        return self._listener.port

    @property
    def origin(self) -> str:
        return f"http://localhost:{self.port}"

    def break_on(self, path: str, fault: Fault, *, times: int | None = None, skip: int = 0) -> None:
        """Harm requests for ``path`` (``*``: all), so many ``times`` or until healed; ``skip`` the first."""
        with self._changed:
            self.harmed = True
            self._rules.append(Rule(path, fault, skip, times))

    def refuse(self) -> None:
        """Nobody listens on the port any more: connections are refused."""
        self.harmed = True
        self._listener.close()

    def heal(self) -> None:
        """End all faults; what hung is let go, and the port listens."""
        with self._changed:
            self._rules.clear()
            released, self._healed = self._healed, asyncio.Event()
        self._listener.loop.call_soon_threadsafe(released.set)
        self._listener.open()

    def forget(self) -> None:
        """Begin anew, for another test: nothing is broken, nothing was."""
        self.heal()
        with self._changed:
            self.harmed = False
            self.seen.clear()

    def end(self) -> None:
        self.heal()
        self._listener.end()

    def requests(self, path: str) -> list[Seen]:
        """Those seen so far, answered or not, in their order."""
        with self._changed:
            return [one for one in self.seen if one.path == path]

    def wait_until(self, true: Callable[["FaultProxy"], object], what: str = "the request") -> None:
        """Return once ``true(proxy)`` holds; asked again whenever something passed. Raises AssertionError."""
        with self._changed:
            came = self._changed.wait_for(lambda: true(self), PATIENCE)
            assert came, f"{what} did not come; seen: {[(one.path, one.status) for one in self.seen[-9:]]}"

    def wait_for(self, path: str, count: int = 1, *, done: bool = True) -> list[Seen]:
        """Wait until ``count`` requests for ``path`` were seen in all and, unless ``done=False``, ended."""

        def arrived(proxy: "FaultProxy") -> bool:
            return len([one for one in proxy.requests(path) if one.done or not done]) >= count

        self.wait_until(arrived, f"request {count} for {path}")
        return self.requests(path)

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            request = await read_request(reader)
            if request is None:
                writer.close()
                return
            one = self._note(request)
            try:
                writer.write(await self._answer(one, request))
                await writer.drain()
                writer.close()
            except (Lost, ConnectionError):
                reset(writer)
            finally:
                self._tell(one, done=True)

    async def _answer(self, one: Seen, request: Request) -> bytes:
        async def forward() -> bytes:
            answer = await request.send(self.upstream)
            if not answer:
                raise Lost  # the server died before it said anything
            self._tell(one, status=status_of(answer), answer=answer)
            return answer

        if one.fault is None:
            return await forward()
        answer = await one.fault.answer(forward, self._healed)
        self._tell(one, status=status_of(answer))
        return answer

    def _note(self, request: Request) -> Seen:
        path = urlsplit(request.target).path
        with self._changed:
            fault = next((rule.fault for rule in self._rules if rule.takes(path)), None)
            self.seen.append(one := Seen(request.method, path, request.body, fault))
            self._changed.notify_all()
        return one

    def _tell(self, one: Seen, **what: Any) -> None:
        with self._changed:
            for name, value in what.items():
                setattr(one, name, value)
            self._changed.notify_all()
