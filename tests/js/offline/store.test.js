import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { newDevice, whoIsHere } from "./device.js";

beforeEach(newDevice);

afterEach(() => mock.restoreAll());

const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));

test("the database does not open once: the next one who asks is answered", async () => {
  await done(indexedDB.deleteDatabase("mo"));
  (await done(indexedDB.open("mo", 2))).close(); // a newer version of the app was here
  await assert.rejects(whoIsHere(), { reason: "outdated" });
  await done(indexedDB.deleteDatabase("mo"));
  assert.equal((await whoIsHere()).person, "");
});

test("the database never answers: nobody waits for ever, nor the full time again, and it may come back", async ({ mock }) => {
  await done(indexedDB.deleteDatabase("mo"));
  mock.timers.enable({ apis: ["setTimeout"] });
  const open = mock.method(indexedDB, "open", () => new EventTarget());
  for (const patience of [5_000, 500]) {
    const asked = assert.rejects(whoIsHere(), { reason: "blocked" });
    mock.timers.tick(patience);
    await asked;
  }
  open.mock.restore();
  assert.equal((await whoIsHere()).person, "");
});

test("the connection was closed by the browser: another one is opened", async () => {
  const { transaction } = IDBDatabase.prototype;
  const closed = mock.method(IDBDatabase.prototype, "transaction", transaction);
  closed.mock.mockImplementationOnce(() => {
    throw new DOMException("closing", "InvalidStateError");
  });
  assert.equal((await whoIsHere()).languages[0], "uk");
});
