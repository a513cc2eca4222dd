/** A coordinator's own device has the names and passes of an event only while she enters something of it from paper. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { eventOf, leave } from "../../../mo_app/static/js/checkin/paper.js";
import { ask } from "../../../mo_app/static/js/offline/batch.js";
import { add, dismiss } from "../../../mo_app/static/js/offline/outbox.js";
import { switchTo } from "../../../mo_app/static/js/offline/people.js";
import { write } from "../../../mo_app/static/js/offline/store.js";
import { want } from "../../../mo_app/static/js/offline/want.js";
import { all, newDevice } from "../offline/device.js";
import { OLENA } from "../offline/server.js";

const KEYS = ["door/evening", "roster/evening", "tablets/evening"];
const put = (store, ...values) => write([store], async (tx) => {
  for (const value of values) await tx.objectStore(store).put(value);
});
const keep = (...keys) => put("documents", ...keys.map((key) => ({ person: OLENA, key, version: "1", value: {} })));
const kept = async () => (await all("documents")).map(({ key }) => key);
const asked = async () => /** @type {any} */ ((await ask({ language: "uk" })).request).want;
const enter = (person) => add({ kind: "checkin.paper", payload: { event: "evening", person, party: 1 }, person: OLENA, brief: true });

beforeEach(async () => {
  await newDevice();
  await switchTo(OLENA);
  await want(KEYS);
  await keep("mine", ...KEYS);
});

test("on another page they go at once, and are not asked for any more", async () => {
  assert.deepEqual(await leave(), KEYS);
  assert.deepEqual([await kept(), await asked()], [["mine"], []]);
  assert.deepEqual(await leave(), []);
});

test("they stay as long as something entered is not sent, or was refused and nobody has read it", async () => {
  const { id, ...entry } = await enter("bohdan");
  await keep("roster/another");
  assert.deepEqual(await leave(), ["roster/another"]);
  assert.deepEqual([await kept(), await asked()], [["door/evening", "mine", "roster/evening", "tablets/evening"], KEYS]);
  await put("outbox", { ...entry, id, status: "rejected" });
  assert.deepEqual(await leave(), []);
  await dismiss(id);
  assert.deepEqual(await leave(), KEYS);
});

test("a station keeps its own", async () => {
  await keep("station");
  assert.deepEqual(await leave(), []);
});

test("something is entered from paper only where the address says so", () => {
  const of = (path) => eventOf(new URL(path, "https://example.org"));
  assert.equal(of("/de/checkin?event=evening&paper=1"), "evening");
  for (const path of ["/de/checkin?event=evening", "/de/checkin?paper=1", "/de/desk?event=evening&paper=1"]) assert.equal(of(path), null);
});
