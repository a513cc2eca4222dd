"""``bin/bench``: measures, and prints the table of README."""

import asyncio
import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .devices import Device, all_at_once, operations_per_second
from .door import at_the_door
from .floor import durable_commits
from .seed import Installation, install
from .serving import free_port, requests_per_second, require_wrk, serving
from .wire import first_visit

SECONDS = 5
MEMBERS = 1000


@dataclass(frozen=True)
class Figure:
    name: str
    value: str
    floor: str
    aim: str
    met: bool


def main() -> None:
    require_wrk()
    print("| figure | measured | floor in the same run | aim | met |\n| --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        for each in measure(Path(folder)):
            met = "yes" if each.met else "no"
            print(f"| {each.name} | {each.value} | {each.floor} | {each.aim} | {met} |", flush=True)


def measure(folder: Path) -> Iterator[Figure]:
    with serving("bench.floor:app", {}, free_port()) as origin:
        floor = requests_per_second(origin + "/", seconds=SECONDS)
    port = free_port()
    young = install(folder / "young", origin=f"http://localhost:{port}", members=MEMBERS, years=0)
    with serving("app:app", young.settings, port) as origin:
        devices = [Device(person, token) for person, token in young.members]
        page = requests_per_second(f"{origin}/de/schedule", seconds=SECONDS)
        yield _ratio("schedule page, requests/s", page, floor, 0.5)
        quiet = _exchanges(folder, devices[0], port)
        yield _ratio("exchange with nothing new, requests/s", quiet, floor, 0.25)
        visit = first_visit(origin, devices[1])
        yield _bytes("first visit until all is readable offline", visit.everything, 150)
        yield _bytes("all JavaScript that a device keeps, compressed", visit.scripts, 40)
        yield _bytes("CSS, compressed", visit.styles, 12)
        durable = durable_commits(folder, SECONDS)
        rate = asyncio.run(operations_per_second(devices[:4], young.events, port, SECONDS))
        yield _ratio("operations/s, 50 in an exchange, durable", rate, durable, 0.5)
        returning = [Device(person, token) for person, token in young.members]
        seconds, done = asyncio.run(all_at_once(returning, young.events, port))
        all_done = done == 5 * len(returning)
        name = f"{len(returning)} devices with 5 operations each at once"
        said = f"{seconds:.1f} s, {done} answered for good"
        yield Figure(name, said, "–", "10 s, none lost", all_done and seconds <= 10)
    yield from _with_history(folder, page, quiet)
    door = at_the_door(folder / "door")
    yield _frame("check-in, 500 on the list, CPU 4 × slower: tap to mark", door.tap, door.frame)
    yield _frame("the same: each key of a name search", door.key, door.frame)


def _with_history(folder: Path, page: float, quiet: float) -> Iterator[Figure]:
    port = free_port()
    old = install(folder / "old", origin=f"http://localhost:{port}", members=MEMBERS, years=10)
    with serving("app:app", old.settings, port) as origin:
        later = requests_per_second(f"{origin}/de/schedule", seconds=SECONDS)
        yield _times("schedule page with ten years more", page / later)
        yield _times("exchange with ten years more", quiet / _exchanges(folder, _device(old), port))


def _exchanges(folder: Path, device: Device, port: int) -> float:
    """Requests a second of a device that is up to date."""
    while True:
        answer = asyncio.run(device.exchange(port, device.request([], pages=True)))
        versions = {key: document["version"] for key, document in answer["documents"].items()}
        known = device.have.get("documents", {}) | versions
        device.have = {"cursor": answer["cursor"], "documents": known}
        if not answer["more"] and not versions and not answer["pages"]:
            break
    script = folder / "exchange.lua"
    body = json.dumps(device.request([], pages=True).decode())
    script.write_text(
        f'wrk.method = "POST"\nwrk.body = {body}\n'
        'wrk.headers["Content-Type"] = "application/json"\nwrk.headers["Sec-Fetch-Site"] = "same-origin"\n'
    )
    url = f"http://127.0.0.1:{port}/sync"
    return requests_per_second(url, seconds=SECONDS, script=script, cookie=f"mo={device.token}")


def _device(installation: Installation) -> Device:
    person, token = installation.members[0]
    return Device(person, token)


def _ratio(name: str, value: float, floor: float, aim: float) -> Figure:
    share = value / floor
    return Figure(name, f"{value:,.0f} ({share:.0%})", f"{floor:,.0f}", f"≥ {aim:.0%}", share >= aim)


def _bytes(name: str, size: int, most: int) -> Figure:
    return Figure(name, f"{size / 1000:.1f} KB", "–", f"≤ {most} KB", size <= most * 1000)


def _times(name: str, times: float) -> Figure:
    return Figure(name, f"{times:.2f} ×", "the figure before", "≤ 1.1 ×", times <= 1.1)


def _frame(name: str, value: float, floor: float) -> Figure:
    return Figure(name, f"{value:.1f} ms", f"{floor:.1f} ms, a bare frame", "≤ 16 ms", value <= 16)


if __name__ == "__main__":
    main()
