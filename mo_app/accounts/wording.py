"""What roles, deeds and results are called."""

from collections.abc import Mapping

from mo_app.kernel.actor import Role
from mo_app.kernel.i18n import N_, Message
from mo_app.web.i18n import say

ROLES = {
    Role.MEMBER: Message(N_("Member")),
    Role.CONTACT: Message(N_("Contact of an organisation")),
    Role.COORDINATOR: Message(N_("Coordinator")),
    Role.REVIEWER: Message(N_("Reviewer at the city")),
}

DEEDS = {
    "person.joined": Message(N_("Joined")),
    "role.changed": Message(N_("Role changed")),
    "passkey.added": Message(N_("Passkey added")),
    "passkey.removed": Message(N_("Passkey removed")),
    "recovery.started": Message(N_("Recovery code shown")),
    "recovery.used": Message(N_("Passkey made with a recovery code")),
}

DONE = {
    "saved": Message(N_("Saved.")),
    "passkey-added": Message(N_("The new passkey works from now on.")),
    "passkey-renamed": Message(N_("The passkey has its new name.")),
    "passkey-removed": Message(N_("The passkey was removed here. You can delete it on your device, too.")),
    "signed-out-there": Message(N_("That device is signed out.")),
    "signed-out-elsewhere": Message(N_("All other devices are signed out.")),
    "revoked": Message(N_("The invitation was withdrawn. It works no longer.")),
    "added": Message(N_("Added.")),
}
"""After a form was sent: what the page it leads to says, by its ``done``."""


def choices(words: Mapping[Role, Message]) -> list[tuple[str, str]]:
    """For a select: value and word in the reader's language."""
    return [(role.value, say(word)) for role, word in words.items()]
