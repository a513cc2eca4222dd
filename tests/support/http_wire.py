"""Just enough HTTP/1.1 (RFC 9112) on bare sockets for a proxy that cuts connections where it wants."""

import asyncio
import gzip
import json
import socket
import struct
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Request:
    method: str
    target: str
    head: bytes
    body: bytes

    async def send(self, port: int) -> bytes:
        """The whole answer, head and body, of the server on this port."""
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            writer.write(self.head + self.body)
            await writer.drain()
            return await reader.read()
        finally:
            writer.close()


async def read_request(reader: asyncio.StreamReader) -> Request | None:
    """One request with its body, told to close the connection afterwards; None where nothing came."""
    try:
        raw = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return None
    first, *lines = raw[:-4].split(b"\r\n")
    fields = [
        (name.strip().lower(), value.strip()) for name, _, value in (line.partition(b":") for line in lines)
    ]
    length = int(dict(fields).get(b"content-length", b"0"))
    kept = [line for line, (name, _) in zip(lines, fields, strict=True) if name != b"connection"]
    method, target, _ = first.decode("latin-1").split(" ")
    head = b"\r\n".join([first, *kept, b"Connection: close", b"", b""])
    return Request(method, target, head, await reader.readexactly(length))


def answer(status: int, headers: dict[str, str], body: bytes) -> bytes:
    lines = [f"HTTP/1.1 {status} Told", f"Content-Length: {len(body)}", "Connection: close"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


def status_of(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


def said(answer: bytes) -> Any:
    """The JSON of an answer."""
    head, _, body = answer.partition(b"\r\n\r\n")
    return json.loads(gzip.decompress(body) if b"content-encoding: gzip" in head.lower() else body)


def reset(writer: asyncio.StreamWriter) -> None:
    """End the connection by a TCP reset: the other side knows that it was cut, not that it was finished."""
    raw: socket.socket = writer.get_extra_info("socket")
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
