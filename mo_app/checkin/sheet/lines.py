"""What stands on the sheet: who said they come, a line for each of them, and empty lines."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from mo_app.rsvps.who_comes import Guest, who_comes

EMPTY_LINES = range(101)
USUAL_EMPTY_LINES = 10


@dataclass(frozen=True)
class Line:
    organisation: str
    name: str


def sheet_lines(session: Session, event_id: str, *, empty: int) -> list[Line]:
    """By organisation, people of none last, then by name.

    Everybody signs, so whoever comes with two others has three lines; the names of those are not known.
    """
    coming = sorted(who_comes(session, event_id).coming, key=_place)
    lines = [line for guest in coming for line in _lines_of(guest)]
    return lines + [Line("", "")] * empty


def _place(guest: Guest) -> tuple[bool, str, str]:
    organisation = guest.organisation or ""
    return not organisation, organisation.casefold(), guest.name.casefold()


def _lines_of(guest: Guest) -> list[Line]:
    organisation = guest.organisation or ""
    return [Line(organisation, guest.name)] + [Line(organisation, "")] * (guest.party - 1)
