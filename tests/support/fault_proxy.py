"""A proxy between a browser and the server that breaks the network in the ways that networks break.

    proxy.break_on("/sync", CutAfter(), times=1)    # the next exchange commits, its answer is lost
    proxy.heal()                                    # all is well again; what hung is let go

It speaks HTTP/1.1, one request a connection, so that every request is a fresh chance to break something.
"""

import asyncio
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar
from urllib.parse import urlsplit

from tests.support.faults import Fault, Lost
from tests.support.http_wire import Request, read_request, reset, status_of
from tests.support.listener import PATIENCE, Listener
from tests.support.traffic import Rule, Seen, carries_operations

T = TypeVar("T")


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

    def break_on(
        self,
        path: str,
        fault: Fault,
        *,
        times: int | None = None,
        skip: int = 0,
        only: Callable[[Seen], bool] = lambda one: True,
    ) -> None:
        """Harm requests for ``path`` (``*``: all), so many ``times`` or until healed; ``skip`` the first."""
        with self._changed:
            self.harmed = True
            self._rules.append(Rule(path, fault, times, skip, only))

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

    def deliveries(self) -> list[Seen]:
        """The exchanges so far that brought something a person did."""
        return [one for one in self.requests("/sync") if carries_operations(one)]

    def wait_until(self, true: Callable[["FaultProxy"], T], what: str = "the request") -> T:
        """What ``true(proxy)`` says once it is true; asked again whenever something passed."""
        with self._changed:
            came = self._changed.wait_for(lambda: true(self), PATIENCE)
            assert came, f"{what} did not come; seen: {[(one.path, one.status) for one in self.seen[-9:]]}"
            return came

    def wait_for(self, path: str, count: int = 1, *, done: bool = True) -> list[Seen]:
        """Wait until ``count`` requests for ``path`` were seen in all and, unless ``done=False``, ended."""

        def arrived(proxy: "FaultProxy") -> bool:
            return len([one for one in proxy.requests(path) if one.done or not done]) >= count

        self.wait_until(arrived, f"request {count} for {path}")
        return self.requests(path)

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            try:
                await self._pass_on(reader, writer)
            finally:
                writer.close()
                await writer.wait_closed()

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        request = await read_request(reader)
        if request is None:
            return
        one = self._note(request)
        try:
            writer.write(await self._answer(one, request))
            await writer.drain()
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
            one = Seen(request.method, path, request.body, time.monotonic())
            one.fault = next((rule.fault for rule in self._rules if rule.takes(one)), None)
            self.seen.append(one)
            self._changed.notify_all()
        return one

    def _tell(self, one: Seen, **what: Any) -> None:
        with self._changed:
            for name, value in what.items():
                setattr(one, name, value)
            self._changed.notify_all()
