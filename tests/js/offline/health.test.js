import assert from "node:assert/strict";
import { afterEach, mock, test } from "node:test";
import { cameSoFar, newDevice, whoIsHere } from "./device.js";
import { exchange } from "../../../mo_app/static/js/offline/exchange.js";
import { wordsOf } from "../../../mo_app/static/js/offline/health.js";
import { hasNoRoom } from "../../../mo_app/static/js/offline/kept.js";
import { OLENA, Server } from "./server.js";

const NOON = Date.parse("2026-11-23T11:00:00Z");
const MINUTE = 60_000;
const KNOWN = { link: "answered", answered: "2026-11-23T11:00:00Z", ready: true, unkept: null, update: false, fetching: {} };
const words = (view, now = NOON) => wordsOf({ ...KNOWN, ...view }, now);

afterEach(() => mock.restoreAll());

test("up to date is only what was heard just now, not what stood here yesterday", () => {
  assert.deepEqual(words({}, NOON + 5 * MINUTE), ["current"]);
  assert.deepEqual(words({}, NOON + 11 * MINUTE), ["known"]);
  assert.deepEqual(words({}, NOON + 25 * 60 * MINUTE), ["known", "old"]);
  assert.deepEqual(words({ unkept: "blocked" }), ["current", "unkept", "unkept-blocked"]);
});

test("getting ready has numbers once there are any", () => {
  assert.deepEqual(words({ ready: false }), ["getting-ready", "uncounted"]);
  assert.deepEqual(words({ fetching: { pages: { done: 3, total: 9 } } }), ["getting-ready", "counted"]);
});

test("nobody is called up to date by what does not come from the server", () => {
  assert.deepEqual(words({ link: "none" }), ["offline"]);
  assert.deepEqual(words({ link: "none", answered: null }), ["nothing"]);
  assert.deepEqual(words({ link: "signin" }), ["signin"]);
});

test("where there is no room for pages, they are not up to date, and the network is asked first", async () => {
  const put = IDBObjectStore.prototype.put;
  mock.method(IDBObjectStore.prototype, "put", function (...values) {
    if (this.name === "pages") throw new DOMException("no room", "QuotaExceededError");
    return put.apply(this, values);
  });
  await newDevice();
  const server = await new Server().start();
  server.signedIn = OLENA;
  await exchange(server);
  server.stop();
  const { unkept } = await whoIsHere();
  assert.deepEqual(words({ unkept }), ["full", "unkept", "unkept-full"]);
  assert.equal((await cameSoFar(OLENA)).answered, null);
  assert.equal(await hasNoRoom(), true);
});
