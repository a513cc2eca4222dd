"""Reads an iCalendar file (RFC 5545) into dates. Knows no database and never fails for one bad entry."""

from .read import NotACalendar, TooLarge, read_calendar
from .reading import CalendarDate, Reading, Remark

__all__ = ["CalendarDate", "NotACalendar", "Reading", "Remark", "TooLarge", "read_calendar"]
