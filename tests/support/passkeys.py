"""The passkeys that a phone keeps, in Chromium's virtual authenticator."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import CDPSession

PLATFORM = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@dataclass
class Passkeys:
    """Lives as long as the session. Its owner answers at once, unless told to refuse."""

    session: CDPSession
    id: str

    @classmethod
    def of(cls, session: CDPSession) -> "Passkeys":
        session.send("WebAuthn.enable", {"enableUI": False})
        answer = session.send("WebAuthn.addVirtualAuthenticator", {"options": PLATFORM})
        return cls(session, answer["authenticatorId"])

    def refuse(self, refuses: bool = True) -> None:
        """The finger is not the owner's."""
        self._set("WebAuthn.setUserVerified", isUserVerified=not refuses)

    def kept(self) -> list[dict[str, Any]]:
        answer = self.session.send("WebAuthn.getCredentials", {"authenticatorId": self.id})
        return list(answer["credentials"])

    def forget_all(self) -> None:
        self._set("WebAuthn.clearCredentials")

    def take(self, credential: dict[str, Any]) -> None:
        """As a synchronised passkey comes from another device of the same person."""
        self._set("WebAuthn.addCredential", credential=credential)

    def _set(self, method: str, **params: Any) -> None:
        self.session.send(method, {"authenticatorId": self.id, **params})
