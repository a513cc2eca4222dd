import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { newDevice } from "./device.js";
import { ask } from "../../../mo_app/static/js/offline/batch.js";
import { exchange } from "../../../mo_app/static/js/offline/exchange.js";
import { switchTo } from "../../../mo_app/static/js/offline/people.js";
import { current, refresh } from "../../../mo_app/static/js/offline/view.js";
import { want } from "../../../mo_app/static/js/offline/want.js";
import { OLENA, Server } from "./server.js";

globalThis.document ??= /** @type {any} */ ({ documentElement: { lang: "uk" } });
const wanted = async () => /** @type {any} */ ((await ask({ language: "uk" })).request).want;
let server;

beforeEach(async () => {
  await newDevice();
  server = await new Server().start();
  server.signedIn = OLENA;
  await exchange(server);
});

afterEach(() => {
  mock.timers.reset();
  server.stop();
});

test("what somebody wants is asked for, by nobody else, and not for ever", async () => {
  assert.deepEqual(await wanted(), []);
  await want(["roster/meeting"]);
  assert.deepEqual(await wanted(), ["roster/meeting"]);
  mock.timers.enable({ apis: ["Date"], now: Date.now() + 13 * 3_600_000 });
  assert.deepEqual(await wanted(), []);
});

test("whoever comes next on this device wants nothing of it", async () => {
  await want(["roster/meeting"]);
  await switchTo("somebodyelsesome");
  await switchTo(OLENA);
  assert.deepEqual(await wanted(), []);
});

test("a document is there with its key, and goes when the server says so", async () => {
  server.documents = { "roster/meeting": { version: "1", value: { people: [] } } };
  await exchange(server);
  await refresh();
  assert.deepEqual(current().documents["roster/meeting"], { people: [] });
  server.documents = { "roster/meeting": { version: "", value: null } };
  await exchange(server);
  await refresh();
  assert.equal(current().documents["roster/meeting"], undefined);
});
