import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { discard, dismiss, exportFile, list } from "../../../mo_app/static/js/offline/outbox.js";
import { progress, setHere, setProgress } from "../../../mo_app/static/js/offline/state.js";
import { CannotKeep, read, write } from "../../../mo_app/static/js/offline/store.js";
import { all, newDevice, say } from "./device.js";
import { AMIR, OLENA } from "./server.js";

const signIn = (person) => write(["state"], (tx) => setHere(tx, { person }));

beforeEach(async () => {
  await newDevice();
  await signIn(OLENA);
});

afterEach(() => mock.restoreAll());

test("what is saved has an id of its own and a number in order", async () => {
  await say(OLENA, "funding");
  await say(OLENA, "childcare");
  const entries = await list();
  assert.deepEqual(entries.map(({ seq, status }) => [seq, status]), [[1, "pending"], [2, "pending"]]);
  assert.notEqual(entries[0].id, entries[1].id);
  assert.match(entries[0].id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});

test("numbers are not used again after all was answered", async () => {
  const first = await say(OLENA, "funding");
  await discard(first.id);
  assert.equal((await say(OLENA, "funding")).seq, 2);
});

test("a clock that goes back does not go behind the server's last answer", async () => {
  const answered = new Date(Date.now() + 60_000).toISOString();
  await write(["state"], async (tx) => setProgress(tx, OLENA, { ...(await progress(tx, OLENA)), answered }));
  assert.equal((await say(OLENA, "funding")).made_at, answered);
});

test("two at once get two numbers", async () => {
  await Promise.all([say(OLENA, "funding"), say(OLENA, "childcare")]);
  assert.deepEqual((await list()).map(({ seq }) => seq), [1, 2]);
});

test("saved means on the disk: strict durability, the transaction complete", async () => {
  const transaction = mock.method(IDBDatabase.prototype, "transaction");
  await say(OLENA, "funding");
  const [, mode, options] = transaction.mock.calls.at(-1).arguments;
  assert.deepEqual([mode, options], ["readwrite", { durability: "strict" }]);
});

test("the disk is full: nothing is said to be saved", async () => {
  mock.method(IDBObjectStore.prototype, "add", () => {
    throw new DOMException("no room", "QuotaExceededError");
  });
  await assert.rejects(say(OLENA, "funding"), (error) => error instanceof CannotKeep && error.reason === "full");
  mock.restoreAll();
  assert.deepEqual(await all("outbox"), []);
});

test("the transaction fails when it is to be completed: nothing is said to be saved", async () => {
  const add = IDBObjectStore.prototype.add;
  mock.method(IDBObjectStore.prototype, "add", function (value) {
    const request = add.call(this, value);
    request.addEventListener("success", () => setTimeout(() => {}, 0));
    this.transaction.abort();
    return request;
  });
  await assert.rejects(say(OLENA, "funding"), CannotKeep);
  mock.restoreAll();
  assert.deepEqual(await all("outbox"), []);
});

test("the browser keeps nothing", async () => {
  await newDevice();
  mock.method(indexedDB, "open", () => {
    throw new DOMException("not here", "SecurityError");
  });
  const request = indexedDB.deleteDatabase("mo"); // closes what is open
  await new Promise((resolve) => (request.onsuccess = resolve));
  await assert.rejects(read(["state"], async () => null), { reason: "blocked" });
});

test("the person who is here sees theirs, and can take back theirs only", async () => {
  const { id } = await say(OLENA, "funding");
  await signIn(AMIR);
  assert.deepEqual(await list(), []);
  assert.equal(await discard(id), false);
  assert.equal((await all("outbox")).length, 1);
});

test("a guest has no outbox", async () => {
  await signIn("");
  await assert.rejects(say("", "funding"), { reason: "guest" });
});

test("what is pending is discarded, what was answered dismissed", async () => {
  const { id } = await say(OLENA, "funding");
  assert.equal(await dismiss(id), false);
  assert.equal(await discard(id), true);
  assert.deepEqual(await list(), []);
});

test("the file has everything of whoever is here", async () => {
  await say(OLENA, "funding");
  const { entries } = JSON.parse(await (await exportFile()).text());
  assert.deepEqual(entries.map(({ payload }) => payload), [{ topic: "funding" }]);
});
