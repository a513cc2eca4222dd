/** Browsers that speak JSON about passkeys themselves, and those that do not, ask and answer the same. */
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { bytes, create, get, text } from "../../../mo_app/static/js/accounts/credentials.js";

const OPTIONS = {
  challenge: "_-8",
  rp: { id: "localhost" },
  user: { id: "AQI", name: "Maryam", displayName: "Maryam" },
  excludeCredentials: [{ type: "public-key", id: "AwQ", transports: ["internal"] }],
};
const buffer = (...values) => new Uint8Array(values).buffer;
let asked;

function browser({ parses, credential }) {
  asked = undefined;
  globalThis.PublicKeyCredential = parses
    ? { parseCreationOptionsFromJSON: (json) => ({ parsed: json }), parseRequestOptionsFromJSON: (json) => ({ parsed: json }) }
    : {};
  const answer = async (request) => ((asked = request), credential);
  Object.defineProperty(globalThis, "navigator", {
    configurable: true,
    value: { credentials: { create: answer, get: answer } },
  });
}

function olderCredential(response) {
  return {
    id: "BQY",
    rawId: buffer(5, 6),
    type: "public-key",
    authenticatorAttachment: "platform",
    getClientExtensionResults: () => ({}),
    response: { clientDataJSON: buffer(7), ...response },
  };
}

let navigatorBefore;
beforeEach(() => (navigatorBefore = Object.getOwnPropertyDescriptor(globalThis, "navigator")));
afterEach(() => {
  delete globalThis.PublicKeyCredential;
  if (navigatorBefore) Object.defineProperty(globalThis, "navigator", navigatorBefore);
});

test("bytes go to base64url and back", () => {
  for (const values of [[], [0], [251, 255], [1, 2, 3, 4]]) {
    assert.deepEqual([...bytes(text(buffer(...values)))], values);
  }
  assert.equal(text(buffer(255, 239)), "_-8");
});

test("a browser that reads and writes JSON does it itself", async () => {
  browser({ parses: true, credential: { toJSON: () => ({ id: "native" }) } });
  assert.deepEqual(await create(OPTIONS), { id: "native" });
  assert.deepEqual(asked.publicKey, { parsed: OPTIONS });
});

test("an older one gets bytes, and its bytes become JSON: a new passkey", async () => {
  const response = { attestationObject: buffer(8), getTransports: () => ["internal"] };
  browser({ parses: false, credential: olderCredential(response) });
  const made = await create(OPTIONS);
  assert.deepEqual([...asked.publicKey.challenge], [255, 239]);
  assert.deepEqual([...asked.publicKey.user.id], [1, 2]);
  assert.deepEqual([...asked.publicKey.excludeCredentials[0].id], [3, 4]);
  assert.equal(made.rawId, "BQY");
  assert.deepEqual(made.response, { clientDataJSON: "Bw", attestationObject: "CA", transports: ["internal"] });
});

test("an older one gets bytes, and its bytes become JSON: a sign-in", async () => {
  const response = { authenticatorData: buffer(8), signature: buffer(9), userHandle: null };
  browser({ parses: false, credential: olderCredential(response) });
  const answer = await get({ challenge: "_-8", allowCredentials: [] }, { mediation: "conditional" });
  assert.equal(asked.mediation, "conditional");
  assert.deepEqual(answer.response, {
    clientDataJSON: "Bw",
    authenticatorData: "CA",
    signature: "CQ",
    userHandle: null,
  });
});
