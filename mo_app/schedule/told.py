"""What a calendar does to the schedule, said in the current language: for the screen and the command line."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask_babel import gettext, ngettext

from mo_app.kernel.i18n import N_, Message
from mo_app.web.i18n import say

from .calendar_in import Remark
from .facts import Span
from .kinds import Kind
from .plan import FieldChange, Known, Plan
from .spoken import listed
from .wording import day_text, first_text, kind_name, span_text

FIELD_NAMES = {
    "title": N_("Title"),
    "time": N_("Time"),
    "place": N_("Place"),
    "kind": N_("Kind"),
    "text": N_("Description"),
}


@dataclass(frozen=True)
class ToldChange:
    name: str
    old: str
    new: str


def changes_of(known: Known) -> list[ToldChange]:
    told = [ToldChange(gettext(FIELD_NAMES[each.field]), *_values(each)) for each in known.changes]
    if known.again:
        told.append(ToldChange(gettext("State"), gettext("Cancelled"), gettext("Takes place")))
    return told


def remark_text(remark: Remark) -> str:
    params = {name: _shown(value) for name, value in remark.message.params.items()}
    return say(Message(remark.message.text, params))


def lines_of(plan: Plan) -> Iterator[str]:
    """For the command line."""
    yield from (f"+ {span_text(date)}  {date.title}" for date in plan.new)
    for known in plan.changed:
        yield f"~ {span_text(known.date)}  {known.date.title}"
        yield from (f"    {each.name}: {each.old} → {each.new}" for each in changes_of(known))
    yield from (f"× {span_text(known.event)}  {first_text(known.event.title)}" for known in plan.cancelled)
    if plan.missing:
        yield gettext("Not in this file any more, left as they are:")
        yield from (f"? {span_text(event)}  {first_text(event.title)}" for event in plan.missing)
    for title, remarks in (
        (gettext("Could not be read:"), plan.problems),
        (gettext("Please look:"), plan.remarks),
    ):
        if remarks:
            yield title
            yield from map(_remark_line, remarks)
    yield counts_of(plan)


def counts_of(plan: Plan) -> str:
    return listed(
        (
            ngettext("%(num)s new", "%(num)s new", len(plan.new)),
            ngettext("%(num)s changed", "%(num)s changed", len(plan.changed)),
            ngettext("%(num)s cancelled", "%(num)s cancelled", len(plan.cancelled)),
            ngettext("%(num)s unchanged", "%(num)s unchanged", len(plan.unchanged)),
            ngettext("%(num)s not read", "%(num)s not read", len(plan.problems)),
        )
    )


def _remark_line(remark: Remark) -> str:
    line = gettext("line %(line)s", line=remark.line)
    return f"! {line}, {remark.title}: {remark_text(remark)}"


def _values(change: FieldChange) -> tuple[str, str]:
    return _shown(change.old), _shown(change.new)


def _shown(value: Any) -> str:
    if isinstance(value, Span):
        return span_text(value)
    if isinstance(value, Kind):
        return kind_name(value)
    return day_text(value) if isinstance(value, date) else str(value) or "–"
