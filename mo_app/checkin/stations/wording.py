"""What was done to a station, in words; who did it stands beside it."""

from mo_app.kernel.i18n import N_, Message

DONE_TO_STATION = {
    "made": Message(N_("Set up")),
    "ended": Message(N_("Ended")),
    "revoked": Message(N_("Blocked")),
    "delivers": Message(N_("May send what is left")),
    "left": Message(N_("Taken back")),
}
