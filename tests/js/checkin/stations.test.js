import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { isLeaving, startPage } from "../../../mo_app/static/js/offline/kept.js";
import { add, dismiss, list } from "../../../mo_app/static/js/offline/outbox.js";
import { switchTo } from "../../../mo_app/static/js/offline/people.js";
import { write } from "../../../mo_app/static/js/offline/store.js";
import { standingOf } from "../../../mo_app/static/js/checkin/stations/standing.js";
import { wipe } from "../../../mo_app/static/js/checkin/stations/wipe.js";
import { all, newDevice, whoIsHere } from "../offline/device.js";
import { AMIR, OLENA } from "../offline/server.js";

const TABLET = "tabletaaaaaaaaaa";
const NOON = Date.parse("2026-11-23T12:00:00Z");
const HOUR = 3_600_000;
const station = { id: TABLET, name: "Tablet 1", event: "evening", ends_at: "2026-11-24T06:00:00Z", ended: false };
const at = (clock, more = {}, view = {}) =>
  standingOf({ documents: { station: { ...station, ...more } }, link: "answered", answered: null, offset: 0, ...view }, clock);

test("a station stands open until its time", () => {
  assert.equal(at(NOON), "open");
  assert.equal(at(NOON + 18 * HOUR - 1), "open");
  assert.equal(at(NOON + 18 * HOUR), "hidden", "nobody but its own clock says so");
  assert.equal(at(NOON + 18 * HOUR, {}, { answered: "2026-11-24T06:00:00Z" }), "over");
  assert.equal(at(NOON, { ended: true }), "over");
});

test("the time is the server's, as far as it is known", () => {
  assert.equal(at(NOON, {}, { offset: 18 * HOUR }), "hidden", "the tablet's clock is behind");
  assert.equal(at(NOON + 24 * HOUR, {}, { offset: -24 * HOUR }), "open", "the tablet's clock is ahead");
  const answered = "2026-11-24T06:00:01Z";
  assert.equal(at(NOON, {}, { answered }), "over", "a clock that was put back is not believed");
});

test("whom the server knows no longer is unknown, and stays so without a connection", () => {
  assert.equal(at(NOON, {}, { link: "signin" }), "unknown");
  assert.equal(at(NOON, { ended: true, unknown: true }, { link: "none" }), "unknown");
});

test("before anybody has told, nothing is over", () => {
  assert.equal(standingOf({ documents: {}, link: "signin", answered: null, offset: 0 }, NOON), "open");
});

const keep = (documents) =>
  write(["documents"], async (tx) => {
    for (const [key, value] of Object.entries(documents)) {
      await tx.objectStore("documents").put({ person: TABLET, key, version: "1", value });
    }
  });

async function aTablet() {
  await newDevice();
  await switchTo(TABLET);
  await keep({ station, "roster/evening": { people: [["a", "Amina"]] }, "door/evening": { scans: [] } });
  const scan = (person) => add({ kind: "checkin.scan", payload: { event: "evening", person }, person: TABLET, brief: true });
  const [sent, unsent, refused] = [await scan("amina"), await scan("bohdan"), await scan("chen")];
  await write(["outbox"], async (tx) => {
    await tx.objectStore("outbox").put({ ...sent, status: "applied" });
    await tx.objectStore("outbox").put({ ...refused, status: "rejected" });
  });
  return [unsent.id, refused.id];
}

const kept = async () => [(await all("documents")).map(({ key }) => key), (await all("outbox")).map(({ id }) => id)];

let unsent, refused, owed;
beforeEach(async () => {
  [unsent, refused] = await aTablet();
  owed = [unsent, refused].sort();
});

test("over, it keeps what is unsent, what was refused and not read, and that it is over, and nothing else", async () => {
  assert.equal(await wipe("over"), true);
  assert.deepEqual(await kept(), [["station"], owed]);
  const [{ value, version }] = await all("documents");
  assert.deepEqual([value.ended, value.unknown, version], [true, false, ""]);
  assert.equal(await wipe("over"), false, "there is nothing left to do");
});

test("names that come in late go, too", async () => {
  await wipe("unknown");
  await keep({ "roster/evening": { people: [["a", "Amina"]] } });
  assert.equal(await wipe("unknown"), true);
  assert.deepEqual((await kept())[0], ["station"]);
});

test("a clock that nobody confirms is believed after a day in which it did not go back", async () => {
  const names = async () => (await kept())[0].includes("roster/evening");
  assert.equal(await wipe("hidden", NOON + 365 * 24 * HOUR), false, "it jumped ahead");
  assert.equal(await wipe("hidden", NOON), false, "and was set right");
  assert.equal(await wipe("hidden", NOON + 24 * HOUR - 1), false);
  assert.equal(await names(), true);
  assert.equal(await wipe("hidden", NOON + 24 * HOUR), true);
  assert.equal(await names(), false);
});

test("what was refused goes once somebody has read it", async () => {
  await wipe("over");
  assert.equal((await list()).length, 2);
  await dismiss(refused);
  assert.deepEqual((await kept())[1], [unsent]);
});

test("what is a person's is not wiped", async () => {
  await switchTo(OLENA);
  assert.equal(await wipe("over"), false);
});

test("taken back, only what is unsent or was refused stays, and is shown to nobody", async () => {
  await switchTo(OLENA);
  assert.deepEqual(await kept(), [[], owed]);
  assert.deepEqual(await list(), []);
  assert.equal((await whoIsHere()).person, OLENA);
});

test("of who makes a tablet a station nothing applied stays; of who merely leaves it to another, all", async () => {
  await switchTo(OLENA);
  const { id } = await add({ kind: "topic.support", payload: {}, person: OLENA });
  const result = async () => (await all("outbox")).some((entry) => entry.id === id);
  await write(["outbox"], async (tx) => tx.objectStore("outbox").put({ ...(await tx.objectStore("outbox").get(id)), status: "applied" }));
  await switchTo(AMIR);
  assert.equal(await result(), true);
  await switchTo(OLENA);
  await switchTo(TABLET, { clean: true });
  assert.equal(await result(), false);
});

test("a station begins at the door, a person at the start page", async () => {
  const pages = (...urls) => write(["pages"], async (tx) => {
    for (const url of urls) await tx.objectStore("pages").put({ url, version: "1", html: "" });
  });
  const led = async (path) => (await startPage(path))?.headers.get("location");
  await pages("/uk/checkin", "/de/checkin");
  assert.deepEqual([await led("/"), await led("/de/"), await led("/ar/")], ["/uk/checkin", "/de/checkin", undefined]);
  await switchTo(OLENA);
  await pages("/uk/", "/uk/checkin", "/de/checkin");
  assert.deepEqual([await led("/"), await led("/de/")], ["/uk/", undefined]);
  assert.equal(await isLeaving(), false);
});
