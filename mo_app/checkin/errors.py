"""Why something at the door can be refused: seldom, for the people are there."""

from mo_app.kernel.errors import DomainError
from mo_app.kernel.i18n import N_


class PersonUnknown(DomainError):
    code = "person_unknown"
    status = 404
    text = N_(
        "This person is not in the list, or no longer. Please add them as a walk-in if they are here, "
        "so that they count."
    )


class MemberUnknown(DomainError):
    code = "member_unknown"
    status = 404
    text = N_("This member is not in the list, or no longer. The walk-in stays as it is, and counts.")


class CountsAlready(DomainError):
    code = "counts_already"
    status = 409
    text = N_("This walk-in counts as somebody else already. You can take that back below.")
