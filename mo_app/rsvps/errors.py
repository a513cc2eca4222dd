"""Why an RSVP can be refused, and what to do then."""

from mo_app.kernel.errors import DomainError
from mo_app.kernel.i18n import N_


class EventUnknown(DomainError):
    code = "event_unknown"
    status = 404
    text = N_("This event does not exist, or no longer. Please choose another one in the schedule.")


class EventCancelled(DomainError):
    """``reason``: a text by language, empty where none was given."""

    code = "event_cancelled"
    status = 409
    text = N_("This event was cancelled. You need not do anything. %(reason)s")


class EventPast(DomainError):
    code = "event_past"
    status = 409
    text = N_("This event is over. Please choose another one in the schedule.")


class RsvpClosed(DomainError):
    code = "rsvp_closed"
    status = 409
    text = N_(
        "It is too late to say that you come, or to change it. Please ask the host association. "
        "You can still say that you can't come."
    )


class PartyOutOfRange(DomainError):
    code = "party_out_of_range"
    status = 422
    text = N_(
        "Please choose a number between %(least)s and %(most)s. "
        "If more of you come, somebody else of you can say so for the others."
    )


class ChildrenOutOfRange(DomainError):
    code = "children_out_of_range"
    status = 422
    text = N_("Please enter a number of children between 0 and %(most)s.")


class MoreChildrenThanPeople(DomainError):
    code = "more_children_than_people"
    status = 422
    text = N_("Children count, too: they cannot be more than all of you. Please say again how many you are.")


class InterpretingTooLong(DomainError):
    code = "interpreting_too_long"
    status = 422
    text = N_("Please name only the language, in at most %(most)s characters.")


class PartyOverCapacity(DomainError):
    code = "party_over_capacity"
    status = 409
    text = N_("This event has room for %(capacity)s in all. Please choose a smaller number.")


class NoPlacesForMore(DomainError):
    code = "no_places_for_more"
    status = 409
    text = N_(
        "There is no room for %(asked)s of you. What you said before still counts, for %(kept)s. "
        "At most %(possible)s are possible now: please choose again."
    )


class RsvpConflict(DomainError):
    """``params`` say what is true now: ``going``, ``party`` and ``state``."""

    code = "rsvp_conflict"
    status = 409
    text = N_("You said something else on another device, and that counts. To change it, say it again.")


class Superseded(DomainError):
    code = "superseded"
    status = 409
    text = N_("You have said something newer on this device, and that counts. You need not do anything.")
