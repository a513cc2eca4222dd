"""Reads an iCalendar file (RFC 5545) into dates. Knows no database and never fails for one bad entry."""

from .read import LARGEST, NotACalendar, TooLarge, TooManyDates, read_calendar
from .reading import CalendarDate, Reading, Remark

__all__ = [
    "LARGEST",
    "CalendarDate",
    "NotACalendar",
    "Reading",
    "Remark",
    "TooLarge",
    "TooManyDates",
    "read_calendar",
]
