"""What can go wrong with accounts, in the words of the person it happens to."""

from mo_app.kernel.errors import DomainError
from mo_app.kernel.i18n import N_


class PasskeyUnknown(DomainError):
    code = "passkey_unknown"
    status = 404
    text = N_("This passkey does not belong to any account here. It may have been removed. Try another one.")


class PasskeyKnown(DomainError):
    code = "passkey_known"
    status = 409
    text = N_("This passkey is already in use here.")


class PasskeyInvalid(DomainError):
    code = "passkey_invalid"
    status = 400
    text = N_("The answer of your device could not be read. Please try again.")


class PasskeyCloned(DomainError):
    code = "passkey_cloned"
    status = 403
    text = N_("This passkey seems to have been copied, so it was refused. Please speak to a coordinator.")


class WrongSite(DomainError):
    code = "wrong_site"
    status = 400
    text = N_("This came from another address than %(origin)s. Please open that address and try again.")


class ChallengeExpired(DomainError):
    code = "challenge_expired"
    status = 400
    text = N_("This took too long. Please try again.")


class ChallengeUsed(DomainError):
    code = "challenge_used"
    status = 400
    text = N_("This attempt is already over. Please try again.")


class InvitationUnknown(DomainError):
    code = "invitation_unknown"
    status = 404
    text = N_("There is no invitation with this link or code. Please compare every character.")


class InvitationExpired(DomainError):
    code = "invitation_expired"
    status = 410
    text = N_("This invitation has run out. Please ask for a new one.")


class InvitationUsed(DomainError):
    code = "invitation_used"
    status = 410
    text = N_("This invitation has been used already. Please ask for a new one.")


class InvitationRevoked(DomainError):
    code = "invitation_revoked"
    status = 410
    text = N_("This invitation was withdrawn. Please ask for a new one.")


class RecoveryUnknown(DomainError):
    code = "recovery_unknown"
    status = 404
    text = N_("This link or code does not exist. Please ask the coordinator to show a new one.")


class RecoveryExpired(DomainError):
    code = "recovery_expired"
    status = 410
    text = N_(
        "This code was good for 15 minutes and has run out. Please ask the coordinator to show a new one."
    )


class RecoveryUsed(DomainError):
    code = "recovery_used"
    status = 410
    text = N_("This code has been used already. Please ask the coordinator to show a new one.")


class LastPasskey(DomainError):
    code = "last_passkey"
    status = 409
    text = N_("This is your last passkey. Without it you can only sign in again with a coordinator's help.")


class LastCoordinator(DomainError):
    code = "last_coordinator"
    status = 409
    text = N_("Somebody must stay coordinator. Make another person coordinator first.")
