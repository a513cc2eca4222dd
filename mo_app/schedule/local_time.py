"""A day and a time of day, as somebody types them in Leipzig, and the moment that is meant."""

from datetime import UTC, date, datetime, time

from mo_app.kernel.clock import BERLIN
from mo_app.kernel.i18n import N_, Message

TWICE = N_("This time comes twice, as clocks go back that night. Please choose which one.")


class NotMeant(Exception):
    """No moment, or two, for this reason."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.message = Message(text)


class NoSuchTime(NotMeant):
    pass


class TwiceThatDay(NotMeant):
    pass


def parse_day(value: str) -> date:
    try:
        return date.fromisoformat(value.strip())
    except ValueError as error:
        raise NotMeant(N_("This is not a date. Please write it like 2026-12-03.")) from error


def parse_time(value: str) -> time:
    try:
        return time.fromisoformat(value.strip()).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError as error:
        raise NotMeant(N_("This is not a time of day. Please write it like 17:30.")) from error


def moment(day: date, at: time, which: str = "") -> datetime:
    """In UTC. ``which`` is ``first`` or ``second`` for a time that comes twice when clocks go back.

    Raises NoSuchTime for an hour that is left out when clocks go forward, TwiceThatDay where ``which`` is
    needed.
    """
    local = datetime.combine(day, at, BERLIN)
    earlier, later = (local.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
    if earlier.astimezone(BERLIN).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise NoSuchTime(N_("This time does not exist: clocks go forward that night."))
    if earlier == later:
        return earlier
    if which not in {"first", "second"}:
        raise TwiceThatDay(TWICE)
    return earlier if which == "first" else later


def which_of_two(at: datetime) -> str:
    """The ``which`` of a moment; empty for nearly all."""
    local = at.astimezone(BERLIN)
    if local.replace(fold=0).utcoffset() == local.replace(fold=1).utcoffset():
        return ""
    return "second" if local.fold else "first"
