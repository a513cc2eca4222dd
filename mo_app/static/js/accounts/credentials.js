/** WebAuthn with JSON on both sides: what browsers since 2023 and 2025 do themselves, done here for the older ones. */

export const supported = () => typeof PublicKeyCredential === "function" && window.isSecureContext;

export async function offersAutofill() {
  return supported() && (await PublicKeyCredential.isConditionalMediationAvailable?.()) === true;
}

/** @returns {Promise<object>} the new credential, for the server */
export async function create(options, { signal } = {}) {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON?.(options) ?? {
    ...options,
    challenge: bytes(options.challenge),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: options.excludeCredentials.map((known) => ({ ...known, id: bytes(known.id) })),
  };
  const credential = await navigator.credentials.create({ publicKey, signal });
  return asJson(credential, (response) => ({
    attestationObject: text(response.attestationObject),
    transports: response.getTransports?.() ?? [],
  }));
}

/** @returns {Promise<object>} the answer of a passkey, for the server */
export async function get(options, { signal, mediation } = {}) {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON?.(options) ?? {
    ...options,
    challenge: bytes(options.challenge),
    allowCredentials: [],
  };
  const credential = await navigator.credentials.get({ publicKey, signal, mediation });
  return asJson(credential, (response) => ({
    authenticatorData: text(response.authenticatorData),
    signature: text(response.signature),
    userHandle: response.userHandle ? text(response.userHandle) : null,
  }));
}

/** Tell the keeper of passkeys that this one leads nowhere, so that it is not offered again. */
export function forget(rpId, credentialId) {
  return PublicKeyCredential.signalUnknownCredential?.({ rpId, credentialId }).catch(() => {});
}

function asJson(credential, describe) {
  if (credential.toJSON) return credential.toJSON();
  const { id, rawId, type, response, authenticatorAttachment } = credential;
  return {
    id,
    rawId: text(rawId),
    type,
    authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: { clientDataJSON: text(response.clientDataJSON), ...describe(response) },
  };
}

/** base64url (RFC 4648, §5) without padding, to bytes and back. */
export function bytes(base64url) {
  const binary = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

export function text(buffer) {
  const binary = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
