"""What can go wrong with tablets, in the words of the person it happens to."""

from mo_app.kernel.errors import DomainError
from mo_app.kernel.i18n import N_


class StationOnly(DomainError):
    code = "station_only"
    status = 403
    text = N_("This device is set up for checking in at the door and opens nothing else.")


class StationTooEarly(DomainError):
    code = "station_too_early"
    status = 409
    text = N_("It is too early: a tablet can be set up for the door %(days)s days before the event.")


class StationTooLate(DomainError):
    code = "station_too_late"
    status = 409
    text = N_("This event has been over for too long. Enter from paper who came.")


class StationInUse(DomainError):
    code = "station_in_use"
    status = 409
    text = N_("This device is still in use at the door. A coordinator can take it back with a passkey.")


class NotACoordinator(DomainError):
    code = "not_a_coordinator"
    status = 403
    text = N_("This is not a coordinator's passkey. Only a coordinator can take this device back.")
