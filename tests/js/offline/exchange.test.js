import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { exchange } from "../../../mo_app/static/js/offline/exchange.js";
import { add } from "../../../mo_app/static/js/offline/outbox.js";
import { all, cameSoFar, newDevice, say, statuses, whoIsHere } from "./device.js";
import { AMIR, OLENA, Server, faults } from "./server.js";

let server;

beforeEach(async () => {
  await newDevice();
  server = await new Server().start();
  server.signedIn = OLENA;
  await exchange(server); // Olena signs in
  server.requests = [];
});

afterEach(() => server.stop());

test("what was done offline arrives once, in order", async () => {
  await say(OLENA, "funding");
  await say(OLENA, "childcare");
  assert.deepEqual(await exchange(server), { kind: "answered", left: 0 });
  assert.deepEqual(server.effects, ["funding", "childcare"]);
  assert.deepEqual(await statuses(), ["applied", "applied"]);
  assert.equal((await cameSoFar(OLENA)).acked, 2);
});

for (const name of ["lostAfter", "lostBefore", "cutMidway", "silent"]) {
  test(`the connection fails (${name}): kept, and one effect after the next try`, async () => {
    await say(OLENA, "funding");
    server.faults = [faults[name]];
    assert.equal((await exchange(server)).kind, "none");
    assert.deepEqual(await statuses(), ["pending"]);
    assert.equal((await whoIsHere()).link, "none");
    await exchange(server);
    assert.deepEqual(server.effects, ["funding"]);
    assert.deepEqual(await statuses(), ["applied"]);
  });
}

for (const name of ["portal", "portalSpeakingJson", "portalRefusing", "portalRedirecting"]) {
  test(`a captive portal answers (${name}): that is no connection`, async () => {
    await say(OLENA, "funding");
    const before = await cameSoFar(OLENA);
    server.faults = [faults[name]];
    assert.equal((await exchange(server)).kind, "none");
    assert.deepEqual(await statuses(), ["pending"]);
    assert.deepEqual(await cameSoFar(OLENA), { ...before, seq: 1 });
  });
}

for (const [name, wait] of [["broken", null], ["busy", 120_000], ["tooMany", 7_000]]) {
  test(`the server cannot now (${name}): kept, and it says when`, async () => {
    await say(OLENA, "funding");
    server.faults = [faults[name]];
    assert.deepEqual(await exchange(server), { kind: "busy", wait });
    assert.deepEqual(await statuses(), ["pending"]);
  });
}

test("the time that the server asked for holds for whoever is next, too", async () => {
  await say(OLENA, "funding");
  server.faults = [faults.busy];
  await exchange(server);
  assert.equal((await exchange(server)).kind, "busy");
  assert.deepEqual(await statuses(), ["pending"], "the second one has not asked");
});

test("the sign-in has expired: all is kept, and sent after the same person signs in again", async () => {
  for (let number = 1; number <= 7; number += 1) await say(OLENA, `topic ${number}`);
  server.signedIn = null;
  assert.equal((await exchange(server)).kind, "signin");
  assert.equal((await whoIsHere()).person, OLENA);
  assert.equal((await all("pages")).length, 3, "her pages stay readable");
  server.signedIn = OLENA;
  await exchange(server);
  assert.equal(server.effects.length, 7);
});

test("another person signs in: sees and sends nothing of the first", async () => {
  await say(OLENA, "funding");
  server.signedIn = AMIR;
  await exchange(server);
  assert.deepEqual(server.effects, []);
  assert.equal((await whoIsHere()).person, AMIR);
  assert.deepEqual((await all("documents")).map(({ person }) => person), [AMIR]);
  await assert.rejects(say(OLENA, "childcare"), { reason: "other_person" });
  server.signedIn = OLENA;
  await exchange(server);
  assert.deepEqual(server.effects, ["funding"], "hers went when she was back");
});

test("of what went well about one event only the last is told", async () => {
  for (const [event, going] of [["e", true], ["f", true], ["e", false]]) {
    await add({ kind: "rsvp.set", payload: { event, going }, person: OLENA });
    await exchange(server);
  }
  const told = (await all("outbox")).sort((a, b) => a.seq - b.seq).map(({ payload }) => payload);
  assert.deepEqual(told, [{ event: "f", going: true }, { event: "e", going: false }]);
});

test("one bad operation never blocks the others", async () => {
  server.judge = ({ payload }) =>
    payload.topic === "bad" ? { outcome: "rejected", code: "closed", params: {}, message: "Закрито" } : { outcome: "applied", code: null, params: {} };
  for (const topic of ["funding", "bad", "childcare"]) await say(OLENA, topic);
  await exchange(server);
  assert.deepEqual(server.effects, ["funding", "childcare"]);
  const rejected = (await all("outbox")).find(({ status }) => status === "rejected");
  assert.equal(rejected.result.message, "Закрито");
});

test("what the server cannot answer yet stays, without asking again at once", async () => {
  server.judge = () => ({ outcome: "retry", code: "unexpected", params: {} });
  await say(OLENA, "funding");
  assert.deepEqual(await exchange(server), { kind: "answered", left: 1 });
  assert.equal(server.requests.length, 1);
  assert.deepEqual(await statuses(), ["pending"]);
});

test("what the server does not know is kept, and sent again after an update", async () => {
  server.judge = () => ({ outcome: "rejected", code: "upgrade_required", params: {} });
  await say(OLENA, "funding");
  await exchange({ post: server.post, build: "old" });
  assert.deepEqual(await statuses(), ["deferred"]);
  await exchange({ post: server.post, build: "old" });
  assert.equal(server.requests.at(-1).operations.length, 0, "not at every exchange");
  server.judge = () => ({ outcome: "applied", code: null, params: {} });
  await exchange({ post: server.post, build: "new" });
  assert.deepEqual(server.effects, ["funding"]);
  assert.deepEqual(await statuses(), ["applied"]);
});

test("a long time away: 120 operations go in batches of at most 50", async () => {
  for (let number = 1; number <= 120; number += 1) await say(OLENA, `topic ${number}`);
  await exchange(server);
  assert.deepEqual(server.requests.map(({ operations }) => operations.length), [50, 50, 20]);
  assert.deepEqual(server.effects.length, 120);
});

test("the browser threw everything away under an open page: it goes on in the language of that page", async () => {
  await new Promise((resolve) => (indexedDB.deleteDatabase("mo").onsuccess = resolve));
  assert.equal((await exchange(server)).kind, "idle", "a worker knows of no language");
  assert.deepEqual(await exchange({ post: server.post, language: "uk" }), { kind: "answered", left: 0 });
  const { person, languages } = await whoIsHere();
  assert.deepEqual([person, languages], [OLENA, ["uk"]]);
});

test("two tabs at once, and no locks: one effect, one consistent state", async () => {
  await say(OLENA, "funding");
  await Promise.all([exchange(server), exchange(server)]);
  assert.deepEqual(server.effects, ["funding"]);
  assert.deepEqual(await statuses(), ["applied"]);
});
