"""How long ago is long enough."""

from calendar import monthrange
from datetime import date, datetime, time, timedelta

from mo_app.kernel.clock import BERLIN, local_date


def over_before(now: datetime, months: int) -> datetime:
    """Events that were over before this moment ended ``months`` ago, today or earlier, in Leipzig."""
    day = months_before(local_date(now), months)
    return datetime.combine(day + timedelta(days=1), time(), BERLIN)


def months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or its last."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
