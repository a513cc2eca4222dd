/** What this device has not sent yet, laid over what the server knows. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOf, placeOf, spoken } from "../../../../mo_app/static/js/checkin/door/facts.js";
import { derive } from "../../../../mo_app/static/js/checkin/door/presence.js";
import { recordsOf } from "../../../../mo_app/static/js/checkin/door/records.js";

const HERE = { event: "e", me: "t1" };
const AT = "2026-11-23T17:05:00Z";
const DOOR = {
  scans: [["s1", "amina", 3, AT, "t2"]],
  walk_ins: [["w1", "Lina", null, "Neighbours", 2, AT, "t2", true]],
  merges: [],
};
const operation = (id, kind, payload) => ({ id, kind, made_at: AT, payload: { event: "e", ...payload } });
const present = (door, ...operations) => Object.fromEntries(
  [...derive(recordsOf(door, operations, HERE)).present].map(([subject, { heads }]) => [subject, heads]),
);

test("what is tapped here counts at once, by this tablet", () => {
  const records = recordsOf(DOOR, [operation("s2", "checkin.scan", { person: "bohdan", party: 1, how: "tap" })], HERE);
  assert.deepEqual(records.scans.at(-1), { id: "s2", person: "bohdan", party: 1, at: AT, by: "t1" });
  assert.deepEqual([...records.unsent], ["s2"]);
});

test("what the server knows already is not unsent, and not counted again", () => {
  const records = recordsOf(DOOR, [operation("s1", "checkin.scan", { person: "amina", party: 3, how: "tap" })], HERE);
  assert.deepEqual([records.scans.length, records.unsent.size], [1, 0]);
});

test("undone here, before anything was sent", () => {
  const scan = operation("s2", "checkin.scan", { person: "bohdan", party: 1, how: "tap" });
  assert.deepEqual(present(DOOR, scan, operation("u1", "checkin.undo", { of: "s2" })), { "p:amina": 3, "w:w1": 2 });
  assert.deepEqual(present(DOOR, operation("u2", "checkin.undo", { of: "s1" })), { "w:w1": 2 });
});

test("from paper, and walk-ins on paper", () => {
  const said = { name: "Ivan", organisation: null, organisation_text: "", party: 1, consent: true, paper: true };
  const records = recordsOf(undefined, [operation("p", "checkin.paper", { person: "amina", party: 1 }), operation("w", "checkin.walk_in", said)], HERE);
  assert.deepEqual([records.scans[0].by, records.walk_ins[0].by], ["paper", "paper"]);
});

test("merged here", () => {
  assert.deepEqual(present(DOOR, operation("m", "walk_in.merge", { walk_in: "w1", into: "p:amina" })), { "p:amina": 3 });
});

test("operations of another event, or about something else, are none of this door's", () => {
  const other = { ...operation("s9", "checkin.scan", { person: "bohdan", party: 1 }), payload: { event: "f", person: "bohdan", party: 1 } };
  assert.deepEqual(present(DOOR, other, operation("r", "rsvp.set", { going: true })), { "p:amina": 3, "w:w1": 2 });
});

const at = (search) => ({ pathname: "/de/checkin", search });

test("a station's event is its own, a coordinator's is the address's", () => {
  const documents = { station: { id: "t1", event: "e", name: "Tablet 1" } };
  assert.equal(factsOf({ person: "t1", documents }, at("?event=f&paper=1")).event, "e");
  assert.equal(factsOf({ person: "t1", documents }, at("?event=f&paper=1")).paper, false);
  const clara = factsOf({ person: "clara", documents: { "roster/f": 1 } }, at("?event=f&paper=1"));
  assert.deepEqual([clara.event, clara.paper, clara.roster], ["f", true, 1]);
  const curious = factsOf({ person: "clara", documents: { "roster/f": 1 } }, at("?event=f"));
  assert.deepEqual([curious.event, curious.paper, curious.roster], [null, false, undefined], "her own device is no station");
});

test("where somebody was checked in", () => {
  const facts = { tablets: { stations: [["t1", "Tablet 1", null], ["t2", "Tablet 2", AT]] }, station: undefined };
  assert.deepEqual(placeOf("t2", facts), { word: "by-tablet", tablet: "Tablet 2" });
  assert.deepEqual(placeOf("self", facts), { word: "by-self", tablet: "" });
  assert.deepEqual(placeOf("unknown", facts), { word: "by-other", tablet: "" });
});

test("texts in the reader's language, else in the first", () => {
  assert.deepEqual(spoken({ de: "Treffen", ar: "لقاء" }, "ar"), { text: "لقاء", language: "ar" });
  assert.deepEqual(spoken({ de: "Treffen" }, "uk"), { text: "Treffen", language: "de" });
});
