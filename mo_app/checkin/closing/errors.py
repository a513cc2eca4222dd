"""Why an event cannot be closed now."""

from mo_app.kernel.errors import DomainError
from mo_app.kernel.i18n import N_


class NotBegun(DomainError):
    code = "event_not_begun"
    status = 409
    text = N_("This event has not begun yet. It can be closed as soon as it has.")


class FiguresChanged(DomainError):
    code = "figures_changed"
    status = 409
    text = N_("Something arrived or was changed meanwhile. Please look at the figures again, then close.")
