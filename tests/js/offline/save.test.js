/** What could not be kept is nowhere said to be, and the device is not called ready. */
import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { newDevice } from "./device.js";
import { exchange } from "../../../mo_app/static/js/offline/exchange.js";
import { save } from "../../../mo_app/static/js/offline/save.js";
import { current, refresh } from "../../../mo_app/static/js/offline/view.js";
import { OLENA, Server } from "./server.js";

globalThis.document ??= /** @type {any} */ ({ documentElement: { lang: "uk" }, querySelector: () => null });
globalThis.navigator ??= /** @type {any} */ ({});
const fill = () =>
  mock.method(IDBObjectStore.prototype, "add", () => {
    throw new DOMException("no room", "QuotaExceededError");
  });
const support = () => save("topic.support", { topic: "funding" });
let server;

/** The server at its usual address; null: nobody answers there. */
const connect = (to) => mock.method(globalThis, "fetch", async (_, options) => (to ? usual(to.url + "/sync", options) : Promise.reject(new TypeError("no connection"))));
const usual = globalThis.fetch;

beforeEach(async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  await newDevice();
  server = await new Server().start();
  server.signedIn = OLENA;
  await exchange(server);
  await exchange(server);
  await refresh();
});

afterEach(() => {
  mock.restoreAll();
  mock.timers.reset();
  server.stop();
});

test("a device on which something could not be kept says so, until something is kept again", async () => {
  connect(server);
  assert.equal(current().unkept, null);
  const room = fill();
  assert.equal((await support()).how, "sent");
  await refresh();
  assert.equal(current().unkept, "full");
  room.mock.restore();
  assert.equal((await support()).how, "kept");
  await refresh();
  assert.equal(current().unkept, null);
});

test("where nobody has answered before, it has not left the device: the reason is the storage's", async () => {
  connect(null);
  await exchange();
  await refresh();
  assert.equal(current().link, "none");
  fill();
  assert.deepEqual(await support(), { how: "unkept", reason: "full" });
  mock.restoreAll();
  connect(server);
  fill();
  assert.equal((await support()).how, "sent", "once somebody answers, it goes");
  assert.deepEqual(server.effects, ["funding"]);
});
