/** How things stand between Amina and an evening for twenty people. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { standing, wordsOf } from "../../../mo_app/static/js/rsvps/standing.js";

const NOON = Date.parse("2026-11-23T11:00:00Z");
const HOUR = 3_600_000;
const EVENING = { event: "e", capacity: 20, closes: NOON + 5 * HOUR, ends: NOON + 8 * HOUR, cancelled: false };
const NO_NEEDS = { interpreting: null, children: 0, step_free: false };

const mine = (state, party, more = {}) => ({ going: state !== "declined", party, needs: NO_NEEDS, state, number: null, version: 1, ...more });
const entry = (seq, going, party, more = {}) => ({
  id: `op-${seq}`, seq, kind: "rsvp.set", status: "pending", result: null,
  payload: { event: "e", going, party, needs: NO_NEEDS, base: 0 }, ...more,
});
const refused = (seq, code) => entry(seq, true, 5, { status: "rejected", result: { outcome: "rejected", code, params: {}, message: "Why." } });

/** What the device knows: what the server said, and what it has not heard of yet. */
function view({ said = null, taken = 0, waiting = 0, entries = [], person = "amina" } = {}) {
  const pending = entries.filter((each) => each.status === "pending");
  return {
    person,
    mine: person ? { rsvps: said ? { e: said } : {} } : undefined,
    figures: { events: taken || waiting ? { e: { taken, waiting, people: 1 } } : {} },
    entries,
    pending,
  };
}

const stands = (known, facts = EVENING, now = NOON) => standing(view(known), facts, now);

test("nothing said yet", () => {
  const { word, said, phase, taken, free, base } = stands({ taken: 12 });
  assert.deepEqual({ word, said, phase, taken, free, base }, { word: "unsaid", said: null, phase: "open", taken: 12, free: 8, base: 0 });
});

test("a guest has said nothing, whoever else uses the device", () => {
  assert.equal(stands({ person: null, said: mine("confirmed", 2) }).word, "guest");
  assert.equal(stands({ person: null }).said, null);
});

test("as long as nothing came from the server, nothing is claimed", () => {
  const known = { ...view(), mine: undefined, figures: undefined };
  const now = standing(known, EVENING, NOON);
  assert.equal(now.word, "unknown");
  assert.deepEqual(wordsOf(now), ["open", "open-not-going", "unknown"]);
});

test("confirmed: in the server's count already, and not counted again", () => {
  const { word, taken, free } = stands({ said: mine("confirmed", 3), taken: 12 });
  assert.deepEqual([word, taken, free], ["confirmed", 12, 8]);
});

test("unsent: counted in as it will be", () => {
  const { word, said, taken, free } = stands({ taken: 12, entries: [entry(1, true, 3)] });
  assert.deepEqual([word, said.party, taken, free], ["pending", 3, 15, 5]);
});

test("unsent, another number: the one instead of the other", () => {
  const now = stands({ said: mine("confirmed", 3), taken: 12, entries: [entry(2, true, 5)] });
  assert.deepEqual([now.taken, now.free, now.confirmed], [14, 6, 3]);
  assert.ok(wordsOf(now).includes("held"));
  assert.ok(wordsOf(now).includes("unsure"));
  const fewer = stands({ said: mine("confirmed", 3), taken: 12, entries: [entry(2, true, 2)] });
  assert.ok(!wordsOf(fewer).includes("unsure"));
});

test("unsent, cannot come: her places count as free", () => {
  const now = stands({ said: mine("confirmed", 3), taken: 12, entries: [entry(2, false, 3)] });
  assert.deepEqual([now.word, now.taken], ["pending", 9]);
  assert.ok(wordsOf(now).includes("pending-not-going"));
});

test("unsent, and it would not fit: nobody is promised more places than there are", () => {
  const now = stands({ taken: 19, waiting: 2, entries: [entry(1, true, 3)] });
  assert.deepEqual([now.taken, now.free, now.queue], [19, 1, 2]);
});

test("of several unsent ones the last counts", () => {
  const { said, taken } = stands({ entries: [entry(1, true, 3), entry(2, false, 3), entry(3, true, 1)] });
  assert.deepEqual([said.party, taken], [1, 1]);
});

test("waiting, with a number; not among those who have places", () => {
  const now = stands({ said: mine("waiting", 2, { number: 3 }), taken: 20, waiting: 6 });
  assert.deepEqual([now.word, now.number, now.taken, now.free], ["waiting", 3, 20, 0]);
  assert.ok(wordsOf(now).includes("full"));
  assert.ok(wordsOf(now).includes("queue"));
});

test("the number is not shown while something newer is unsent", () => {
  const now = stands({ said: mine("waiting", 2, { number: 3 }), taken: 20, entries: [entry(2, true, 1)] });
  assert.equal(now.number, null);
});

test("a refusal is shown until she says something newer", () => {
  const conflict = refused(1, "rsvp_conflict");
  const now = stands({ said: mine("confirmed", 3, { version: 4 }), entries: [conflict] });
  assert.equal(now.refused, conflict);
  assert.equal(now.base, 4);
  assert.ok(wordsOf(now).includes("refused-rsvp_conflict"));
  assert.equal(stands({ entries: [conflict, entry(2, true, 1)] }).refused, null);
});

test("what is about another event changes nothing here", () => {
  const other = entry(1, true, 9);
  other.payload = { ...other.payload, event: "f" };
  assert.equal(stands({ entries: [other] }).word, "unsaid");
});

test("closed, over, cancelled, by the clock", () => {
  assert.equal(stands({}, EVENING, NOON + 5 * HOUR).phase, "closed");
  assert.equal(stands({}, EVENING, NOON + 8 * HOUR).phase, "past");
  assert.equal(stands({}, { ...EVENING, cancelled: true }, NOON + 9 * HOUR).phase, "cancelled");
  assert.ok(wordsOf(stands({})).includes("unsaid"));
  assert.ok(!wordsOf(stands({}, EVENING, NOON + 8 * HOUR)).includes("unsaid"));
  const late = stands({ said: mine("confirmed", 2) }, EVENING, NOON + 6 * HOUR);
  assert.ok(wordsOf(late).includes("closed-going"));
});

test("a place at what is cancelled is no place; what is unsent about it still is", () => {
  const cancelled = { ...EVENING, cancelled: true };
  assert.ok(!wordsOf(stands({ said: mine("confirmed", 2) }, cancelled)).includes("confirmed"));
  assert.ok(wordsOf(stands({ entries: [entry(1, true, 2)] }, cancelled)).includes("pending"));
});

test("without a limit there are no free places to speak of", () => {
  const now = stands({ taken: 31 }, { ...EVENING, capacity: null });
  assert.deepEqual([now.taken, now.free], [31, null]);
  assert.ok(wordsOf(now).includes("unlimited"));
});
