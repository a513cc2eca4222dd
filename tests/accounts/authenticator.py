"""An authenticator in software: what a phone does, with real keys and signatures (WebAuthn Level 3, §6)."""

import hashlib
import json
import secrets
from dataclasses import dataclass, field

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url

USER_PRESENT, USER_VERIFIED, BACKUP_ELIGIBLE, BACKED_UP, ATTESTED = 0x01, 0x04, 0x08, 0x10, 0x40
AAGUID = bytes(16)


@dataclass
class Key:
    private: ec.EllipticCurvePrivateKey
    credential_id: bytes
    user_handle: bytes
    count: int = 0


@dataclass
class Authenticator:
    """Holds passkeys; ``counts`` as security keys do, not as synchronised passkeys, which stay at 0."""

    origin: str = "http://localhost:8000"
    rp_id: str = "localhost"
    verifies_user: bool = True
    counts: bool = False
    cross_origin: bool = False
    keys: list[Key] = field(default_factory=list)

    def create(self, options: dict, key: Key | None = None) -> dict:
        """navigator.credentials.create(), attestation "none", of a new key unless one is given."""
        if key is None:
            key = Key(
                ec.generate_private_key(ec.SECP256R1()),
                secrets.token_bytes(32),
                base64url_to_bytes(options["user"]["id"]),
            )
            self.keys.append(key)
        attested = (
            AAGUID + len(key.credential_id).to_bytes(2) + key.credential_id + cbor2.dumps(_cose(key.private))
        )
        data = self._authenticator_data(key, BACKUP_ELIGIBLE | BACKED_UP | ATTESTED) + attested
        return self._credential(
            key,
            {
                "clientDataJSON": self._client_data("webauthn.create", options),
                "attestationObject": cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data}),
            },
            transports=["internal", "hybrid"],
        )

    def get(self, options: dict, key: Key | None = None) -> dict:
        """navigator.credentials.get() with the passkey given, else the latest."""
        key = key or self.keys[-1]
        key.count += self.counts
        client_data = self._client_data("webauthn.get", options)
        data = self._authenticator_data(key, BACKUP_ELIGIBLE | BACKED_UP)
        signed = data + hashlib.sha256(client_data).digest()
        return self._credential(
            key,
            {
                "clientDataJSON": client_data,
                "authenticatorData": data,
                "signature": key.private.sign(signed, ec.ECDSA(hashes.SHA256())),
                "userHandle": key.user_handle,
            },
        )

    def _client_data(self, kind: str, options: dict) -> bytes:
        return json.dumps(
            {
                "type": kind,
                "challenge": options["challenge"],
                "origin": self.origin,
                "crossOrigin": self.cross_origin,
            }
        ).encode()

    def _authenticator_data(self, key: Key, flags: int) -> bytes:
        flags |= USER_PRESENT | (USER_VERIFIED if self.verifies_user else 0)
        return hashlib.sha256(self.rp_id.encode()).digest() + bytes([flags]) + key.count.to_bytes(4)

    @staticmethod
    def _credential(key: Key, response: dict[str, bytes], **more: object) -> dict:
        id_ = bytes_to_base64url(key.credential_id)
        encoded = {name: bytes_to_base64url(value) for name, value in response.items()}
        return {
            "id": id_,
            "rawId": id_,
            "type": "public-key",
            "clientExtensionResults": {},
            "authenticatorAttachment": "platform",
            "response": {**encoded, **more},
        }


def _cose(private: ec.EllipticCurvePrivateKey) -> dict[int, object]:
    """An EC2 key on P-256 for ES256 (RFC 9053, §7.1)."""
    numbers = private.public_key().public_numbers()
    return {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32), -3: numbers.y.to_bytes(32)}
