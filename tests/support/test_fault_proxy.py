"""The fault proxy itself: each fault does to a request what it says."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException, IncompleteRead
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.support.fault_proxy import FaultProxy
from tests.support.faults import (
    AnswerInstead,
    CutAfter,
    CutBefore,
    CutWithin,
    Delay,
    Hang,
    HoldAnswer,
    HoldRequest,
    captive_portal,
)

BROKEN = (ConnectionError, HTTPException)


class Echo(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.reached.append(body)
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Quiet."""


@pytest.fixture
def reached() -> list[bytes]:
    """The bodies that arrived at the server."""
    return []


@pytest.fixture
def proxy(reached: list[bytes]) -> Iterator[FaultProxy]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Echo) as server:
        server.reached = reached
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        proxy = FaultProxy(upstream=server.server_port)
        yield proxy
        proxy.end()
        server.shutdown()


def post(proxy: FaultProxy, body: bytes = b"hello", path: str = "/sync") -> tuple[int, bytes]:
    connection = HTTPConnection("127.0.0.1", proxy.port, timeout=10)
    try:
        connection.request("POST", path, body, {"Connection": "keep-alive"})
        response = connection.getresponse()
        return response.status, response.read()
    finally:
        connection.close()


@contextmanager
def posting(proxy: FaultProxy, answers: list[object]) -> Iterator[None]:
    """A post that is under way meanwhile."""

    def run() -> None:
        try:
            answers.append(post(proxy))
        except BROKEN as error:
            answers.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    yield
    thread.join(10)


def test_a_sound_network_hands_everything_through(proxy: FaultProxy, reached: list[bytes]) -> None:
    assert post(proxy, b"x" * 200_000) == (200, b"x" * 200_000)
    assert [(one.path, one.status, one.done) for one in proxy.wait_for("/sync")] == [("/sync", 200, True)]


def test_cut_before_the_server_hears_nothing(proxy: FaultProxy, reached: list[bytes]) -> None:
    proxy.break_on("/sync", CutBefore(), times=1)
    with pytest.raises(BROKEN):
        post(proxy)
    assert reached == []
    assert post(proxy)[0] == 200


def test_cut_after_the_server_has_answered(proxy: FaultProxy, reached: list[bytes]) -> None:
    proxy.break_on("/sync", CutAfter())
    with pytest.raises(BROKEN):
        post(proxy, b"done")
    assert reached == [b"done"]


def test_cut_within_the_answer_breaks_off(proxy: FaultProxy) -> None:
    proxy.break_on("/sync", CutWithin(0.9))
    with pytest.raises(IncompleteRead):
        post(proxy, b"x" * 10_000)


def test_refused_until_healed(proxy: FaultProxy) -> None:
    proxy.refuse()
    with pytest.raises(ConnectionRefusedError):
        post(proxy)
    proxy.heal()
    assert post(proxy)[0] == 200


def test_a_held_request_arrives_when_healed(proxy: FaultProxy, reached: list[bytes]) -> None:
    answers: list[object] = []
    proxy.break_on("/sync", HoldRequest())
    with posting(proxy, answers):
        proxy.wait_for("/sync", done=False)
        assert (reached, answers) == ([], [])
        proxy.heal()
    assert answers == [(200, b"hello")]


def test_a_held_answer_arrives_when_healed(proxy: FaultProxy, reached: list[bytes]) -> None:
    answers: list[object] = []
    proxy.break_on("/sync", HoldAnswer())
    with posting(proxy, answers):
        proxy.wait_until(lambda proxy: proxy.requests("/sync") and proxy.requests("/sync")[0].status == 200)
        assert (reached, answers) == ([b"hello"], [])
        proxy.heal()
    assert answers == [(200, b"hello")]


def test_a_hang_never_reaches_the_server(proxy: FaultProxy, reached: list[bytes]) -> None:
    answers: list[object] = []
    proxy.break_on("/sync", Hang())
    with posting(proxy, answers):
        proxy.wait_for("/sync", done=False)
        proxy.heal()
    assert isinstance(answers[0], BROKEN)
    assert reached == []


def test_answers_in_the_servers_stead(proxy: FaultProxy, reached: list[bytes]) -> None:
    proxy.break_on("/sync", AnswerInstead(503, {"Retry-After": "7"}), times=1)
    proxy.break_on("/sync", captive_portal(), times=1)
    assert post(proxy)[0] == 503
    status, body = post(proxy)
    assert (status, body[:15]) == (200, b"<!doctype html>")
    assert reached == []


def test_the_nth_request_and_one_path_alone(proxy: FaultProxy) -> None:
    proxy.break_on("/sync", AnswerInstead(500), skip=2, times=1)
    assert [post(proxy)[0] for _ in range(4)] == [200, 200, 500, 200]
    proxy.break_on("/sync", AnswerInstead(500))
    assert post(proxy, path="/elsewhere")[0] == 200


def test_a_delay_arrives(proxy: FaultProxy, reached: list[bytes]) -> None:
    proxy.break_on("/sync", Delay(0.01))
    assert post(proxy) == (200, b"hello")
