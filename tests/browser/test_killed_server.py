"""The server dies, or is two: real processes on one database file."""

import os
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path

import pytest

from tests.support.cast import Cast
from tests.support.device import Device, Json
from tests.support.line import Answer, Line
from tests.support.records import Records
from tests.support.server import Server

DIED = (ConnectionError, HTTPException)


@contextmanager
def stops_at(server: Server, place: str) -> Iterator[Path]:
    """The server's processes stand still when they get to this place; the named pipe tells when."""
    server.stop()
    pipe = server.data / "stopped"
    os.mkfifo(pipe)
    server.application = "tests.support.stopping_app:app"
    server.environ = {"MO_TEST_STOP_AT": place, "MO_TEST_STOPPED": str(pipe)}
    try:
        server.start()
        yield pipe
    finally:
        server.application, server.environ = "app:app", {}


@pytest.mark.parametrize(
    ("place", "kept"), [("INSERT INTO ledger", False), ("COMMIT", False), ("ANSWER", True)]
)
def test_3_killed_between_effect_and_ledger(
    server: Server, records: Records, cast: Cast, place: str, kept: bool
) -> None:
    """kill -9 after the effect and before the ledger's row, before the commit, or after it: both are there or
    neither, and sent again it has one effect."""
    line = Line(server.port, server.origin, records.sign_in("amina"))
    device = Device(cast.people["amina"])
    operation = device.say(cast.events["small"], going=True, party=3)
    with stops_at(server, place) as pipe, ThreadPoolExecutor() as pool:
        lost = pool.submit(line.post, device.request())
        pipe.read_text()
        server.kill()
        assert isinstance(lost.exception(), DIED)
    server.start()
    assert (records.ledger(operation["id"]), records.heads("small")) == ((1, 3) if kept else (0, 0))

    answer = line.exchange(device)
    assert [(result["outcome"], result["replayed"]) for result in answer["results"]] == [("applied", kept)]
    assert (records.ledger(operation["id"]), records.heads("small")) == (1, 3)


def test_4_the_same_operation_arrives_at_two_processes_at_once(
    server: Server, records: Records, cast: Cast
) -> None:
    """One effect, and the same result twice, one of them marked replayed."""
    with another_process(server) as other:
        lines = [Line(each.port, server.origin, records.sign_in("amina")) for each in (server, other)]
        for _ in range(10):
            device = Device(cast.people["amina"])
            operation = device.say(cast.events["roomy"], going=True, party=2)
            results = [answer.json["results"][0] for answer in at_once(lines, device.request())]
            assert sorted(result["replayed"] for result in results) == [False, True]
            assert results[0] | {"replayed": None} == results[1] | {"replayed": None}
            assert records.ledger(operation["id"]) == 1
    assert records.heads("roomy") == 2


def at_once(lines: list[Line], request: Json) -> list[Answer]:
    """The same request on all lines; all of them begin in the same moment."""
    start = threading.Barrier(len(lines))

    def post(line: Line) -> Answer:
        start.wait()
        return line.post(request)

    with ThreadPoolExecutor() as pool:
        return list(pool.map(post, lines))


@contextmanager
def another_process(server: Server) -> Iterator[Server]:
    """Another gunicorn with processes of its own on the same database."""
    other = Server(server.data, origin=server.origin)
    other.start()
    yield other
    other.end()
