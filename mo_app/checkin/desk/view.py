"""All that the pages of the door show, each read when it is needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from sqlalchemy.orm import Session

from mo_app.checkin.attendance import Attendee, attendance
from mo_app.checkin.closing.changes import Change, changes_since
from mo_app.checkin.closing.figures import Figures, figures_of
from mo_app.checkin.closing.operations import fingerprint
from mo_app.checkin.closing.queries import Closed, closings_of
from mo_app.checkin.exports.queries import Taken, exports_of
from mo_app.checkin.makers import Makers
from mo_app.checkin.merging.suggestions import Somebody, Suggestion, people_known, suggestions
from mo_app.checkin.models import Merge
from mo_app.checkin.queries import Absent, absent
from mo_app.checkin.records import live
from mo_app.rsvps.who_comes import WhoComes, who_comes
from mo_app.schedule.models import Event


@dataclass(frozen=True)
class DoorView:
    session: Session
    event: Event
    now: datetime

    @property
    def has_begun(self) -> bool:
        return self.event.starts_at <= self.now

    @property
    def is_over(self) -> bool:
        return self.event.has_ended(self.now)

    @cached_property
    def who(self) -> WhoComes:
        return who_comes(self.session, self.event.id)

    @cached_property
    def there(self) -> list[Attendee]:
        return attendance(self.session, self.event.id)

    @cached_property
    def absent(self) -> list[Absent]:
        """By name, once the event is over and as long as names are known."""
        if not self.is_over or any(closed.closing.names_removed for closed in self.closings):
            return []
        return absent(self.session, self.event.id, self.there)

    @cached_property
    def makers(self) -> Makers:
        return Makers(self.session, [record for each in self.there for record in each.records])

    @property
    def walk_ins(self) -> list[Attendee]:
        return [each for each in self.there if each.is_walk_in]

    @property
    def on_paper(self) -> list[Attendee]:
        return [each for each in self.there if each.on_paper]

    @cached_property
    def suggestions(self) -> list[Suggestion]:
        return suggestions(people_known(self.session), self.there)

    @cached_property
    def merged(self) -> Sequence[tuple[Merge, Attendee]]:
        """What can be taken back, and who is meant."""
        whose = {record.id: each for each in self.there for record in each.records}
        merges = live(self.session, Merge, self.event.id)
        return [(merge, whose[merge.walk_in]) for merge in merges if merge.walk_in in whose]

    @cached_property
    def figures(self) -> Figures:
        return figures_of(self.session, self.event.id)

    @cached_property
    def closings(self) -> Sequence[Closed]:
        """The latest first."""
        return closings_of(self.session, self.event.id)

    @property
    def is_closed(self) -> bool:
        return bool(self.closings)

    @property
    def frozen(self) -> Figures | None:
        """What the event came to, when it was closed last."""
        return Figures.of_json(self.closings[0].closing.figures) if self.closings else None

    @property
    def counted(self) -> int | None:
        """Heads, as somebody counted them last."""
        by_hand = (closed.closing.counted for closed in self.closings)
        return next((heads for heads in by_hand if heads is not None), None)

    @cached_property
    def changes(self) -> list[list[Change]]:
        """What came after each closing, in their order."""
        earliest_first = [closed.closing for closed in reversed(self.closings)]
        return changes_since(self.session, self.event.id, earliest_first)[::-1]

    @property
    def seen(self) -> str:
        """What whoever closes the event has looked at."""
        return fingerprint(self.figures, self.closings[0].closing if self.closings else None)

    @cached_property
    def exports(self) -> Sequence[Taken]:
        return exports_of(self.session, self.event.id)

    def others_than(self, walk_in: Attendee) -> list[Somebody]:
        """Whoever a walk-in may be: other walk-ins first, then all members."""
        walk_ins = [Somebody(each.subject, each.name, each.organisation) for each in self.walk_ins]
        return [each for each in walk_ins if each.subject != walk_in.subject] + people_known(self.session)
