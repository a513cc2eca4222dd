"""People, the organisations they belong to, their passkeys and sign-ins, invitations and recoveries."""

from .challenge import Challenge, Purpose
from .invitation import Invitation
from .log import AccountLog
from .organisation import Organisation
from .passkey import Passkey
from .person import Person
from .recovery import Recovery
from .sign_in import SignIn

__all__ = [
    "AccountLog",
    "Challenge",
    "Invitation",
    "Organisation",
    "Passkey",
    "Person",
    "Purpose",
    "Recovery",
    "SignIn",
]
