/** What the server does not know yet is unsent, for people as for the device, until it was carried out. */
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { all, newDevice, say, statuses } from "./device.js";
import { exchange } from "../../../mo_app/static/js/offline/exchange.js";
import { discard, dismiss } from "../../../mo_app/static/js/offline/outbox.js";
import { current, refresh } from "../../../mo_app/static/js/offline/view.js";
import { OLENA, Server, faults } from "./server.js";

let server;

beforeEach(async () => {
  await newDevice();
  server = await new Server().start();
  server.signedIn = OLENA;
  await exchange(server);
  server.judge = ({ payload }) =>
    payload.topic === "cake" ? { outcome: "rejected", code: "upgrade_required", params: {} } : { outcome: "applied", code: null, params: {} };
});

afterEach(() => server.stop());

const go = async (build) => {
  await exchange({ post: server.post, build });
  await refresh();
};
const topics = (entries) => entries.map(({ payload }) => payload.topic);

test("it is told as unsent, and no reading takes it away", async () => {
  const { id } = await say(OLENA, "cake");
  await go("old");
  assert.deepEqual([topics(current().unsent), topics(current().pending)], [["cake"], ["cake"]]);
  assert.equal(await dismiss(id), false);
  assert.equal(await discard(id), true);
  assert.deepEqual(await all("outbox"), []);
});

test("it is laid over the documents however far later ones have come, also while it is sent again", async () => {
  await say(OLENA, "cake");
  await say(OLENA, "funding");
  await go("old");
  assert.deepEqual(topics(current().pending), ["cake"]);
  server.faults = [faults.lostBefore];
  await go("new");
  assert.deepEqual(topics(current().pending), ["cake"]);
  server.judge = () => ({ outcome: "applied", code: null, params: {} });
  await go("new");
  assert.deepEqual(current().pending, []);
  assert.deepEqual(await statuses(), ["applied", "applied"]);
});
