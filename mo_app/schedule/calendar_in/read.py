"""From the bytes of a calendar file to dates and remarks."""

from collections import defaultdict
from datetime import datetime, timedelta, tzinfo
from operator import attrgetter

from icalendar.timezone import tzp

from mo_app.kernel.clock import BERLIN
from mo_app.kernel.errors import DomainError
from mo_app.kernel.i18n import N_, Message

from .blocks import Block, CalendarFile, cut
from .entry import Entry, parse, title_of, uid_of
from .reading import CalendarDate, Reading, Remark, Unreadable
from .series import dates_of
from .words import one_line
from .zones import Zones

LARGEST = 2 * 1024 * 1024
MOST_DATES = 5000
"""Of one file; nobody could look through more before confirming them."""
HORIZON = timedelta(days=2 * 366)
"""How far ahead a series is expanded; a later import brings what comes after."""

_GOES_ON = N_(
    "The series goes on; dates up to %(date)s are taken. Import again later for the following ones."
)
_DAMAGED = N_("Some letters are damaged in the file; please check them.")
_NOT_EVENTS = {
    "VTODO": N_("It is a to-do, not an event."),
    "VJOURNAL": N_("It is a journal entry, not an event."),
    "VFREEBUSY": N_("It says when somebody is busy; it is not an event."),
}


class NotACalendar(DomainError):
    code = "not_a_calendar"
    status = 422
    text = N_("This file is not a calendar. Please choose a file that ends in .ics.")


class TooLarge(DomainError):
    code = "calendar_too_large"
    status = 413
    text = N_("This file is larger than %(megabytes)s MB. Please export a shorter period.")


class TooManyDates(DomainError):
    code = "calendar_too_many_dates"
    status = 422
    text = N_("This file has more than %(limit)s dates. Please export fewer events at a time.")


def read_calendar(data: bytes, *, now: datetime) -> Reading:
    """Raises NotACalendar, TooLarge or TooManyDates; everything else is told in the reading."""
    if len(data) > LARGEST:
        raise TooLarge(megabytes=LARGEST // 1024 // 1024)
    file = cut(data)
    if not file.found:
        raise NotACalendar
    problems, remarks = list[Remark](), list[Remark]()
    titles = {block.line: title_of(block) for block in file.blocks}
    series = _latest(_entries(file, titles, problems), titles, remarks)
    until = now + HORIZON
    remarks += [
        Remark(
            block.line,
            titles[block.line],
            Message(_DAMAGED),
        )
        for block in file.blocks
        if block.repaired and block.name == "VEVENT"
    ]
    dates = _expanded(file, series, titles, until, problems, remarks)
    by_line = attrgetter("line")
    return Reading(
        name=one_line(file.properties.get("X-WR-CALNAME", ""))[:200],
        dates=tuple(sorted(dates, key=attrgetter("starts_at", "uid"))),
        until=until,
        whole=_whole(file, series, problems),
        problems=tuple(sorted(problems, key=by_line)),
        remarks=tuple(sorted((r for r in remarks if r.line not in {p.line for p in problems}), key=by_line)),
    )


def _entries(file: CalendarFile, titles: dict[int, str], problems: list[Remark]) -> list[Entry]:
    floating = _zone(file.properties.get("X-WR-TIMEZONE", ""))
    zones, entries = Zones(), list[Entry]()
    for block in _of(file, "VTIMEZONE"):
        zones.learn(block)
    problems += [
        Remark(block.line, titles[block.line], Message(_NOT_EVENTS[block.name]))
        for block in file.blocks
        if block.name in _NOT_EVENTS
    ]
    for block in _of(file, "VEVENT"):
        try:
            entries.append(parse(block, floating=floating, zones=zones))
        except Unreadable as why:
            problems.append(Remark(block.line, titles[block.line], why.message))
    return entries


def _latest(entries: list[Entry], titles: dict[int, str], remarks: list[Remark]) -> dict[str, list[Entry]]:
    """By UID; of two entries for the same date, only the later revision."""
    found: dict[tuple[str, datetime | None], Entry] = {}
    for entry in sorted(entries, key=attrgetter("revision")):
        older = found.get((entry.uid, entry.replaces))
        if older:
            twice = Message(N_("It stands in the file more than once; its latest version is taken."))
            remarks.append(Remark(entry.line, titles[entry.line], twice))
        found[entry.uid, entry.replaces] = entry
    series = defaultdict[str, list[Entry]](list)
    for entry in sorted(found.values(), key=attrgetter("line")):
        series[entry.uid].append(entry)
    return series


def _expanded(
    file: CalendarFile,
    series: dict[str, list[Entry]],
    titles: dict[int, str],
    horizon: datetime,
    problems: list[Remark],
    remarks: list[Remark],
) -> list[CalendarDate]:
    cancelled = file.properties.get("METHOD", "").strip().upper() == "CANCEL"
    dates = list[CalendarDate]()
    for entries in series.values():
        line = entries[0].line
        try:
            found, goes_on = dates_of(entries, horizon=horizon, cancelled=cancelled)
        except Unreadable as why:
            problems.append(Remark(line, titles[line], why.message))
            continue
        dates += found
        if len(dates) > MOST_DATES:
            raise TooManyDates(limit=MOST_DATES)
        if goes_on:
            until = {"date": horizon.astimezone(BERLIN).date()}
            remarks.append(Remark(line, titles[line], Message(_GOES_ON, until)))
        elif not found:
            remarks.append(Remark(line, titles[line], Message(N_("The series has no date at all."))))
    return dates


def _whole(file: CalendarFile, series: dict[str, list[Entry]], problems: list[Remark]) -> frozenset[str]:
    """A file with some dates of a series alone, without the entry that makes it one, does not have all."""
    lines = {problem.line for problem in problems}
    spoilt = {uid_of(block) for block in file.blocks if block.line in lines}
    return frozenset(
        uid[:255]
        for uid, entries in series.items()
        if uid not in spoilt and any(entry.replaces is None for entry in entries)
    )


def _of(file: CalendarFile, name: str) -> list[Block]:
    return [block for block in file.blocks if block.name == name]


def _zone(name: str) -> tzinfo:
    zone: tzinfo | None = tzp.timezone(name.strip()) if name.strip() else None
    return zone or BERLIN
