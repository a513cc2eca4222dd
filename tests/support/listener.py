"""A listening port on a thread of its own, that can be closed and opened again under the same number."""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from tests.support.port import Port

Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
PATIENCE = 60.0


class Listener:
    def __init__(self, handler: Handler) -> None:
        self._port = Port()
        self.loop = asyncio.new_event_loop()
        self._handler = handler
        self._server: asyncio.Server | None = None
        self._connections: dict[asyncio.Task[Any] | None, asyncio.StreamWriter] = {}
        self._thread = threading.Thread(target=self.loop.run_forever, name="fault proxy", daemon=True)
        self._thread.start()
        self.open()

    @property
    def port(self) -> int:
        return self._port.number

    def open(self) -> None:
        if self._server is None:
            self._run(self._open())

    def close(self) -> None:
        """Connections are refused from now on; those that are open live on."""
        self._run(self._close())

    def end(self) -> None:
        """Close, cut every connection and end the thread."""
        self._run(self._cut())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(PATIENCE)
        self.loop.close()
        self._port.release()

    def _run(self, job: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(job, self.loop).result(PATIENCE)

    async def _open(self) -> None:
        self._server = await asyncio.start_server(self._connected, sock=self._port.listen())

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # Nobody else holds the task of a connection that a browser opened and says nothing on.
        task = asyncio.current_task()
        self._connections[task] = writer
        try:
            await self._handler(reader, writer)
        finally:
            del self._connections[task]

    async def _close(self) -> None:
        if self._server:
            for socket in self._server.sockets:
                self.loop.remove_reader(socket.fileno())
            await asyncio.sleep(0)  # who was accepted just now gets a connection, for asyncio forgets it else
            self._server.close()
            self._server = None

    async def _cut(self) -> None:
        await self._close()
        for writer in self._connections.values():
            writer.transport.abort()  # closing would wait for whoever does not read any more
        connections = asyncio.all_tasks() - {asyncio.current_task()}
        for task in connections:
            task.cancel()
        await asyncio.gather(*connections, return_exceptions=True)
        await asyncio.sleep(0)  # for their sockets to be closed
