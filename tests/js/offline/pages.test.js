import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { exchange } from "../../../mo_app/static/js/offline/exchange.js";
import { doorPage, keptPage, leadOn, offlinePage, startPage } from "../../../mo_app/static/js/offline/kept.js";
import { choose } from "../../../mo_app/static/js/offline/language.js";
import { all, cameSoFar, newDevice, say, statuses, urls } from "./device.js";
import { OLENA, Server, faults } from "./server.js";

const house = { headers: { "x-content-type-options": "nosniff" }, languages: ["de", "uk"], build: "b2", has: async () => false };
let server;

beforeEach(async () => {
  await newDevice();
  server = await new Server().start();
});

afterEach(() => server.stop());

/** A new build: forty pages, sent ten at a time, all of which read differently. */
function publishAnew(version) {
  server.pages = new Map(Array.from({ length: 40 }, (_, number) => [`/uk/schedule/${number}`, version]));
  server.cursor += 1;
  server.portion = 10;
}

const versions = async () => new Set((await all("pages")).map(({ version }) => version));

test("a guest's first exchange brings the whole set", async () => {
  assert.deepEqual(await exchange(server), { kind: "answered", left: 0 });
  assert.deepEqual(await urls(), ["/uk/", "/uk/offline", "/uk/schedule"]);
});

test("nothing new brings nothing", async () => {
  await exchange(server);
  await exchange(server);
  assert.equal(server.requests.at(-1).have.cursor, "1:0");
  assert.deepEqual(Object.keys(server.requests.at(-1).have.documents), ["mine"]);
});

test("a set that replaces the kept one is switched over whole, and what it does not name goes", async () => {
  await exchange(server);
  publishAnew("second");
  await exchange(server);
  assert.equal((await urls()).length, 40);
  assert.deepEqual(await versions(), new Set(["second"]));
  assert.deepEqual(await all("staged"), []);
});

for (const name of ["cutMidway", "portal", "broken"]) {
  test(`it fails on the way (${name}): the old set stays whole, and it goes on from there`, async () => {
    publishAnew("first");
    await exchange(server);
    publishAnew("second");
    server.faults = [undefined, undefined, faults[name]];
    await exchange(server);
    assert.deepEqual(await versions(), new Set(["first"]));
    assert.equal((await all("pages")).length, 40);
    server.requests = [];
    await exchange(server);
    assert.deepEqual(await versions(), new Set(["second"]));
    assert.equal(server.requests.length, 2, "only what was missing");
  });
}

test("one page of an answer is broken: nothing of it is taken", async () => {
  publishAnew("first");
  await exchange(server);
  publishAnew("second");
  server.faults = [
    (response, answer) => {
      const { body } = answer();
      body.pages[3].html = "<html>cut off here";
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
    },
  ];
  const before = await cameSoFar("");
  assert.equal((await exchange(server)).kind, "none");
  assert.deepEqual(await versions(), new Set(["first"]));
  assert.deepEqual(await cameSoFar(""), before);
});

test("published anew while a set was on its way: what was staged goes", async () => {
  publishAnew("first");
  server.faults = [undefined, faults.lostBefore];
  await exchange(server);
  assert.equal((await all("staged")).length, 10);
  server.pages = new Map([["/uk/", "second"]]);
  server.cursor += 1;
  await exchange(server);
  assert.deepEqual(await urls(), ["/uk/"]);
});

test("the server could not bring its pages: what was said counts, the pages and their age stay", async () => {
  server.signedIn = OLENA;
  await exchange(server);
  const { answered, cursor } = await cameSoFar(OLENA);
  await say(OLENA, "funding");
  server.faults = [
    (response, answer) => {
      const body = { ...answer().body, stale: true, pages: [], whole: true, server_now: "2026-11-24T11:00:00+00:00" };
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
    },
  ];
  assert.equal((await exchange(server)).kind, "busy");
  assert.deepEqual(await statuses(), ["applied"]);
  assert.deepEqual({ ...(await cameSoFar(OLENA)), answered, cursor }, await cameSoFar(OLENA));
  assert.equal((await urls()).length, 3);
});

test("a kept page is answered with the headers of one from the network", async () => {
  await exchange(server);
  const response = await keptPage("/uk/schedule", house);
  assert.equal(await response.text(), '<html data-kept="schedule" lang="uk">schedule</html>');
  assert.equal(response.headers.get("x-content-type-options"), "nosniff");
  assert.equal(await keptPage("/uk/account", house), null);
});

test("a page of an older version is given the styles and scripts that are here", async () => {
  server.pages = new Map([["/uk/", ' data-build="b1"><link href="/static/b1/css/app.css">']]);
  await exchange(server);
  assert.match(await (await keptPage("/uk/", house)).text(), /"\/static\/b2\/css\/app.css"/);
  assert.match(await (await keptPage("/uk/", { ...house, has: async () => true })).text(), /"\/static\/b1\/css/);
});

test("a language was tapped and never came: the start is in the one before", async () => {
  await exchange(server);
  await choose("de");
  assert.equal((await startPage()).headers.get("location"), "/uk/");
});

test("the start is in the language that is read here; the offline page where there is no other", async () => {
  await exchange(server);
  const start = await startPage();
  assert.equal(start.status, 302);
  const offline = await offlinePage("/de/account", house);
  assert.equal(offline.status, 503);
  assert.match(await offline.text(), />offline</);
});

test("the code at a door leads to its event, in the language that is read here, with the code in the fragment", async () => {
  const [event, code] = ["abcdefghij234567", "zyxwvutsrq765432"];
  server.pages = new Map([["/uk/", "start"], [`/uk/schedule/${event}`, "evening"]]);
  await exchange(server);
  await choose("de");
  assert.equal((await leadOn(`/here/${event}/${code}`)).headers.get("location"), `/uk/schedule/${event}#here=${code}`);
  assert.equal(await doorPage(`/here/${code}/${code}`), null, "an event that is not kept");
  assert.equal(await doorPage(`/here/${event}/short`), null);
  assert.equal(await leadOn(`/uk/schedule/${code}`), null);
});
