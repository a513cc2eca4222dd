"""Cuts a calendar file into its entries, so that a broken one harms no other and can be named by its line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

ENTRIES = frozenset({"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE"})

_LINE_BREAK = re.compile(rb"\r\n|\n|\r")


@dataclass
class Block:
    """One entry: its unfolded lines from BEGIN to END; what is nested (alarms) only of a time zone."""

    name: str
    line: int
    lines: list[str]
    complete: bool = False
    repaired: bool = False
    """Bytes that were not UTF-8 had to be guessed."""


@dataclass
class CalendarFile:
    properties: dict[str, str] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    found: bool = False
    """Whether it says BEGIN:VCALENDAR at all."""


def cut(data: bytes) -> CalendarFile:
    file = CalendarFile()
    block: Block | None = None
    nested = 0
    for number, line, repaired in _logical_lines(data):
        word, _, value = line.partition(":")
        word, value = word.upper(), value.strip().upper()
        if word == "BEGIN" and value == "VCALENDAR":
            file.found, block = True, None
        elif word == "BEGIN" and value in ENTRIES:
            block, nested = Block(value, number, [line], repaired=repaired), 0
            file.blocks.append(block)
        elif block is None:
            file.properties.setdefault(word.partition(";")[0], line.partition(":")[2])
        elif word == "END" and value == block.name:
            block.lines.append(line)
            block.complete, block = True, None
        else:
            nested += word == "BEGIN"
            if not nested or block.name == "VTIMEZONE":
                block.lines.append(line)
                block.repaired |= repaired
            nested -= word == "END"
    return file


def _logical_lines(data: bytes) -> Iterator[tuple[int, str, bool]]:
    """Unfolded before they are decoded, as folding may cut a character in two (RFC 5545, 3.1)."""
    first, parts = 1, list[bytes]()
    for number, physical in enumerate(_LINE_BREAK.split(data.removeprefix(b"\xef\xbb\xbf")), start=1):
        if physical[:1] in (b" ", b"\t") and parts:
            parts.append(physical[1:])
            continue
        if any(parts):
            yield first, *_decode(b"".join(parts))
        first, parts = number, [physical]
    if any(parts):
        yield first, *_decode(b"".join(parts))


def _decode(line: bytes) -> tuple[str, bool]:
    try:
        return line.decode(), False
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace"), True
