"""What a proxy sees of the traffic, and which of it is to be harmed."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.support.faults import Fault
from tests.support.http_wire import said


@dataclass
class Seen:
    """A request that reached the proxy, and what became of it.

    ``status`` is known as soon as the server has answered, ``done`` when the browser got what it gets.
    """

    method: str
    path: str
    body: bytes
    at: float
    """By the monotonic clock, in seconds."""
    fault: Fault | None = None
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
        return said(self.answer)


def carries_operations(one: Seen) -> bool:
    """Whether this is an exchange that brings something a person did."""
    return one.path == "/sync" and bool(one.said["operations"])


@dataclass
class Rule:
    path: str
    fault: Fault
    times: int | None
    skip: int
    only: Callable[[Seen], bool]

    def takes(self, one: Seen) -> bool:
        """Whether this request is one to harm; counts those let through and those harmed."""
        if self.times == 0 or self.path not in ("*", one.path) or not self.only(one):
            return False
        if self.skip:
            self.skip -= 1
            return False
        if self.times is not None:
            self.times -= 1
        return True
