import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { exchange } from "../../../mo_app/static/js/offline/exchange.js";
import { signOut } from "../../../mo_app/static/js/offline/people.js";
import { isLeaving } from "../../../mo_app/static/js/offline/kept.js";
import { all, newDevice, say, urls, whoIsHere } from "./device.js";
import { AMIR, OLENA, Server, faults } from "./server.js";

let server;

beforeEach(async () => {
  await newDevice();
  server = await new Server().start();
  server.signedIn = OLENA;
  await exchange(server);
});

afterEach(() => server.stop());

const action = () => `${server.url}/sign-out`;

test("signing out clears the person from the device: documents, pages and outbox", async () => {
  const { id } = await say(OLENA, "funding");
  assert.equal(await signOut(action(), [id]), true);
  assert.deepEqual(await all("documents"), []);
  assert.deepEqual(await all("outbox"), []);
  assert.deepEqual(await urls(), ["/uk/offline"], "which says nothing but that");
  assert.equal((await whoIsHere()).person, "");
});

test("what was said after she was asked is not lost by her answer", async () => {
  const { id } = await say(OLENA, "funding");
  await say(OLENA, "childcare"); // in another tab
  assert.equal(await signOut(action(), [id]), false);
  assert.equal((await all("outbox")).length, 2);
  assert.equal((await whoIsHere()).person, OLENA);
});

test("signing out without a connection: the server is told when there is one", async () => {
  await signOut(action());
  server.faults = [faults.lostBefore];
  await exchange(server);
  assert.equal(await isLeaving(), true);
  assert.equal(server.signedIn, OLENA);
  await exchange(server);
  assert.equal(server.signedIn, null);
  assert.equal(await isLeaving(), false);
  assert.equal((await whoIsHere()).person, "");
  assert.deepEqual(await urls(), ["/uk/", "/uk/offline", "/uk/schedule"], "a guest's pages");
});

test("a captive portal swallows the sign-out: it is told again", async () => {
  await signOut("http://127.0.0.1:9/swallowed");
  assert.equal((await exchange(server)).kind, "none");
  assert.equal(await isLeaving(), true);
  assert.equal((await whoIsHere()).person, "", "she is not signed in here again by it");
});

test("somebody else signed in meanwhile: they stay signed in", async () => {
  await signOut(action());
  server.signedIn = AMIR;
  await exchange(server);
  assert.equal(server.signedIn, AMIR);
  assert.equal((await whoIsHere()).person, AMIR);
  assert.equal(await isLeaving(), false);
});

test("an answer that arrives after the sign-out is not taken", async () => {
  await exchange({
    post: async (request) => {
      const reply = await server.post(request);
      if (request.person === OLENA) await signOut(action());
      return reply;
    },
  });
  assert.deepEqual((await all("documents")).filter(({ person }) => person === OLENA), []);
});

test("a guest keeps what can be read until the new set is here", async () => {
  await signOut(action());
  await exchange(server);
  server.signedIn = AMIR;
  server.faults = [undefined, faults.lostBefore];
  await exchange(server);
  assert.equal((await whoIsHere()).person, AMIR);
  assert.equal((await urls()).length, 3);
});
