import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { newDevice, say } from "./device.js";
import { listen, sendDirectly } from "../../../mo_app/static/js/offline/direct.js";
import { exchange } from "../../../mo_app/static/js/offline/exchange.js";
import { add } from "../../../mo_app/static/js/offline/outbox.js";
import { current, refresh, subscribe } from "../../../mo_app/static/js/offline/view.js";
import { OLENA, Server, faults } from "./server.js";

globalThis.document = { documentElement: { lang: "uk" } };
globalThis.navigator ??= /** @type {any} */ ({}); // older Nodes have none
let server;

beforeEach(async () => {
  await newDevice();
  server = await new Server().start();
  server.signedIn = OLENA;
  await exchange(server);
  await refresh();
});

afterEach(() => {
  mock.restoreAll();
  server.stop();
});

/** The device's memory is gone from one moment to the next. */
async function loseStorage() {
  mock.method(indexedDB, "open", () => {
    throw new DOMException("gone", "InvalidStateError");
  });
  await new Promise((resolve) => (indexedDB.deleteDatabase("mo").onsuccess = resolve));
  await refresh();
}

test("what is unsent is laid over the documents until they contain it, and never twice", async () => {
  const seen = [];
  const stop = subscribe(({ pending, mine }) => seen.push([pending.length, mine !== undefined]));
  await say(OLENA, "funding");
  await refresh();
  assert.equal(current().pending.length, 1);
  await exchange(server);
  await refresh();
  stop();
  assert.equal(current().pending.length, 0);
  assert.deepEqual(new Set(seen.map(String)), new Set(["0,true", "1,true"]), "the documents were always there");
});

test("nobody needs to hear of what is quiet", async () => {
  await add({ kind: "notice.read", payload: { notice: "n" }, person: OLENA, quiet: true });
  await refresh();
  assert.deepEqual([current().pending.length, current().unsent.length], [1, 0]);
  await exchange(server);
  await refresh();
  assert.deepEqual(current().entries, []);
});

test("of what is brief, only that it waits or went wrong is told", async () => {
  const payload = { event: "e", going: true };
  await add({ kind: "rsvp.set", payload, person: OLENA, brief: true });
  await refresh();
  assert.equal(current().unsent.length, 1);
  await exchange(server);
  await refresh();
  assert.deepEqual(current().entries, []);
  server.judge = () => ({ outcome: "rejected", code: "event_past", params: {} });
  await add({ kind: "rsvp.set", payload, person: OLENA, brief: true });
  await exchange(server);
  await refresh();
  assert.deepEqual(current().entries.map(({ status }) => status), ["rejected"]);
});

test("a document stays the same object until it is another", async () => {
  const { mine } = current().documents;
  await refresh();
  assert.equal(current().documents.mine, mine);
  await say(OLENA, "funding");
  await exchange(server);
  await refresh();
  assert.notEqual(current().documents.mine, mine);
});

test("last updated moves only on a real answer", async () => {
  const { answered } = current();
  for (const fault of [faults.portal, faults.broken, faults.lostAfter]) {
    server.faults = [fault];
    await exchange(server);
    await refresh();
    assert.equal(current().answered, answered);
    assert.notEqual(current().link, "answered");
  }
});

test("without storage the view lives on what the server says, and what is done is sent at once", async () => {
  await loseStorage();
  assert.equal(current().unkept, "blocked");
  await listen({ post: server.post });
  assert.equal(current().person, OLENA);
  const operation = { kind: "topic.support", payload: { topic: "funding" }, person: OLENA };
  const { result } = await sendDirectly(operation, { post: server.post });
  assert.equal(result.outcome, "applied");
  assert.deepEqual(server.effects, ["funding"]);
  const [{ made_at }] = server.requests.at(-1).operations;
  assert.ok(Math.abs(Date.parse(made_at) - Date.parse(current().answered)) < 60_000, "by the server's clock");
});

test("without storage it says what became of what could not be kept: nowhere only if it is", async () => {
  await loseStorage();
  const reasonOf = async (fault) => {
    await listen({ post: server.post });
    server.faults = [fault];
    const operation = { kind: "topic.support", payload: { topic: "funding" }, person: OLENA };
    return (await sendDirectly(operation, { post: server.post })).reason;
  };
  assert.equal(await reasonOf(faults.lostAfter), "unsure");
  assert.equal(current().link, "none");
  assert.equal(await reasonOf(faults.busy), "unsure");
  server.signedIn = null;
  assert.equal(await reasonOf(), "guest");
  server.signedIn = OLENA;
  const effects = server.effects.length;
  Object.defineProperty(navigator, "onLine", { value: false, configurable: true });
  assert.equal(await reasonOf(), undefined, "the reason is the storage's, and there is no connection");
  assert.equal(server.effects.length, effects);
  delete navigator.onLine;
});
