/** The line about what was done last says what is true by now, not what was hoped for. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Last } from "../../../../mo_app/static/js/checkin/door/last.js";

const BOHDAN = { subject: "p:bohdan", name: "Bohdan" };
const back = () => {};
const IN = { word: "checked-in", guest: BOHDAN, heads: 1, ids: ["hope-1"], back };
const entry = (status, message = "") => ({ id: "scan-1", status, result: { message } });
const view = (...entries) => ({ entries, unsent: entries.filter(({ status }) => status === "pending") });
const here = (...subjects) => ({
  namesOf: (ids) => new Set(ids.map((id) => id.replace("hope", "scan"))),
  present: new Map(subjects.map((subject) => [subject, { walk_ins: subject === "w:scan-1" ? ["scan-1"] : [] }])),
});
const words = (last, ...how) => last.now(...how).words.filter(Boolean);

async function said(act) {
  const last = new Last();
  await new Promise((changed) => last.say({ ...act, done: Promise.resolve({ trouble: null }) }, { changed: () => last.guest && setTimeout(changed) }));
  return last;
}

test("kept, then sent", async () => {
  const last = await said(IN);
  assert.deepEqual(words(last, view(entry("pending")), here("p:bohdan")), ["checked-in", "kept", "back"]);
  assert.deepEqual(words(last, view(), here("p:bohdan")), ["checked-in", "sent", "back"]);
});

test("what the server did not accept is not done, and there is no way back from it", async () => {
  const last = await said(IN);
  assert.deepEqual(last.now(view(entry("rejected", "Unknown person")), here()), { words: ["refused"], reason: "Unknown person" });
  assert.deepEqual(words(last, view(), here()), [], "and once that is read there is nothing to say");
});

test("nobody is called checked in who was taken back in another tab or at another tablet", async () => {
  assert.deepEqual(words(await said(IN), view(), here()), []);
});

test("nor taken back who is here", async () => {
  const last = await said({ ...IN, word: "taken-back" });
  assert.deepEqual(words(last, view(), here()), ["taken-back", "sent", "back"]);
  assert.deepEqual(words(last, view(), here("p:bohdan")), []);
});

test("a walk-in is known by what was sent of it", async () => {
  const last = await said({ ...IN, guest: { subject: "w:new", name: "Lina" } });
  assert.deepEqual(words(last, view(), here("w:scan-1")), ["checked-in", "sent", "back"]);
  assert.deepEqual(words(last, view(), here()), []);
});

test("what is not kept yet is being saved, wherever the documents stand", () => {
  const last = new Last();
  last.say({ ...IN, done: new Promise(() => {}) });
  assert.deepEqual(words(last, view(), here()), ["checked-in", "saving", "back"]);
});

test("a pass that nobody has stays unknown", () => {
  const last = new Last();
  last.say({ word: "unknown" });
  assert.deepEqual(words(last, view(), here()), ["unknown"]);
});
