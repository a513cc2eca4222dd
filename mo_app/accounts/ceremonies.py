"""WebAuthn's two ceremonies (Level 3, §7), by py_webauthn: what is asked, and whether the answer is true."""

from dataclasses import dataclass
from typing import Any

from webauthn import (
    base64url_to_bytes,
    generate_authentication_options,
    generate_registration_options,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.authentication.verify_authentication_response import VerifiedAuthentication
from webauthn.helpers import parse_client_data_json
from webauthn.helpers.options_to_json_dict import options_to_json_dict
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    AuthenticatorTransport,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)
from webauthn.registration.verify_registration_response import VerifiedRegistration

from .errors import PasskeyCloned, PasskeyInvalid, WrongSite
from .models import Passkey
from .models.challenge import CEREMONY_TIMEOUT

Credential = dict[str, Any]
"""A PublicKeyCredential as its toJSON() gives it."""

TIMEOUT_MS = int(CEREMONY_TIMEOUT.total_seconds() * 1000)


@dataclass(frozen=True)
class RelyingParty:
    id: str
    name: str
    origin: str


def creation_options(
    *, rp: RelyingParty, challenge: bytes, user_handle: bytes, name: str, known: list[Passkey]
) -> dict[str, Any]:
    """For navigator.credentials.create(): a passkey that can be found without a user name."""
    return options_to_json_dict(
        generate_registration_options(
            rp_id=rp.id,
            rp_name=rp.name,
            user_id=user_handle,
            user_name=name,
            user_display_name=name,
            challenge=challenge,
            timeout=TIMEOUT_MS,
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.REQUIRED,
                user_verification=UserVerificationRequirement.REQUIRED,
            ),
            exclude_credentials=[_descriptor(passkey) for passkey in known],
        )
    )


def request_options(*, rp: RelyingParty, challenge: bytes) -> dict[str, Any]:
    """For navigator.credentials.get(): any passkey of this site will do."""
    return options_to_json_dict(
        generate_authentication_options(
            rp_id=rp.id,
            challenge=challenge,
            timeout=TIMEOUT_MS,
            user_verification=UserVerificationRequirement.REQUIRED,
        )
    )


def challenge_in(credential: Credential, *, rp: RelyingParty) -> bytes:
    """The challenge that an answer says it answers; nothing is verified yet but the site.

    Raises PasskeyInvalid, WrongSite.
    """
    try:
        client_data = parse_client_data_json(base64url_to_bytes(credential["response"]["clientDataJSON"]))
        challenge, origin = bytes(client_data.challenge), client_data.origin
    except Exception as error:  # the library's parsers let through whatever goes wrong below them
        raise PasskeyInvalid from error
    if origin != rp.origin or client_data.cross_origin:
        raise WrongSite(origin=rp.origin)
    return challenge


def credential_id_of(credential: Credential) -> bytes:
    """Raises PasskeyInvalid."""
    return _decoded(credential.get("rawId"))


def user_handle_of(credential: Credential) -> bytes | None:
    """Whose passkey the device thinks it is, where it says so. Raises PasskeyInvalid."""
    handle = credential["response"].get("userHandle")
    return None if handle is None else _decoded(handle)


def verify_creation(credential: Credential, *, rp: RelyingParty, challenge: bytes) -> VerifiedRegistration:
    """Raises PasskeyInvalid."""
    try:
        return verify_registration_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=rp.id,
            expected_origin=rp.origin,
            require_user_verification=True,
        )
    except Exception as error:  # as above, and malformed CBOR and keys
        raise PasskeyInvalid from error


def verify_request(
    credential: Credential, *, rp: RelyingParty, challenge: bytes, passkey: Passkey
) -> VerifiedAuthentication:
    """Raises PasskeyInvalid, and PasskeyCloned where the signature is right but its counter went back."""
    try:
        verified = verify_authentication_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=rp.id,
            expected_origin=rp.origin,
            credential_public_key=passkey.public_key,
            credential_current_sign_count=0,  # judged below, once the signature is known to be right
            require_user_verification=True,
        )
    except Exception as error:
        raise PasskeyInvalid from error
    if (verified.new_sign_count or passkey.sign_count) and verified.new_sign_count <= passkey.sign_count:
        raise PasskeyCloned
    return verified


def transports_of(credential: Credential) -> list[str]:
    """Those that a browser may be told about later; hints, nothing to rely on."""
    given = credential["response"].get("transports")
    known = {transport.value for transport in AuthenticatorTransport}
    return (
        [name for name in given if isinstance(name, str) and name in known] if isinstance(given, list) else []
    )


def _decoded(value: object) -> bytes:
    try:
        return base64url_to_bytes(str(value))
    except ValueError as error:
        raise PasskeyInvalid from error


def _descriptor(passkey: Passkey) -> PublicKeyCredentialDescriptor:
    return PublicKeyCredentialDescriptor(
        id=passkey.credential_id, transports=[AuthenticatorTransport(name) for name in passkey.transports]
    )
