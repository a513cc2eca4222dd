/** Amina at the door of an evening that begins at six. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { arriving, codeIn } from "../../../mo_app/static/js/checkin/arriving.js";

const SIX = Date.parse("2026-11-23T17:00:00Z");
const HOUR = 3_600_000;
const DOOR = { event: "e", opens: SIX - HOUR, closes: SIX + 2 * HOUR };

const said = (status, party, more = {}) => ({ kind: "checkin.self", status, result: null, payload: { event: "e", code: "c", party }, ...more });
const comes = (party, going = true) => ({ kind: "rsvp.set", status: "pending", payload: { event: "e", going, party } });

function stands({ entries = [], rsvp = null, here = {}, person = "amina", now = SIX } = {}) {
  const mine = person ? { rsvps: rsvp ? { e: rsvp } : {}, here } : undefined;
  const pending = entries.filter(({ status }) => status === "pending");
  return arriving({ person, mine, entries, pending }, DOOR, now);
}

test("asked how many they are, as many as she said", () => {
  assert.deepEqual(stands({ rsvp: { going: true, party: 3 } }), { word: "ask", party: 3, said: null, refused: null });
});

test("one, where she said nothing, or that she cannot come", () => {
  assert.equal(stands().party, 1);
  assert.equal(stands({ rsvp: { going: false, party: 3 } }).party, 1);
});

test("what she said and is not sent yet counts", () => {
  assert.equal(stands({ rsvp: { going: true, party: 3 }, entries: [comes(4)] }).party, 4);
  assert.equal(stands({ rsvp: { going: true, party: 3 }, entries: [comes(3, false)] }).party, 1);
});

test("from an hour before until the end, to the millisecond", () => {
  const word = (now) => stands({ now }).word;
  assert.deepEqual([SIX - HOUR - 1, SIX - HOUR, SIX + 2 * HOUR, SIX + 2 * HOUR + 1].map(word), ["early", "ask", "ask", "late"]);
});

test("a guest signs in first, unless it is over", () => {
  assert.equal(stands({ person: null, now: SIX - 2 * HOUR }).word, "guest");
  assert.equal(stands({ person: null }).word, "guest");
  assert.equal(stands({ person: null, now: SIX + 3 * HOUR }).word, "late");
});

test("saved, and not sent yet: she may go in, also when the door has closed meanwhile", () => {
  for (const status of ["pending", "deferred"]) {
    const { word, said: here } = stands({ entries: [said(status, 3)], now: SIX + 3 * HOUR });
    assert.deepEqual([word, here], ["pending", 3]);
  }
});

test("checked in, by whomever: the server says so", () => {
  const { word, said: here } = stands({ here: { e: 2 }, entries: [said("applied", 2)] });
  assert.deepEqual([word, here], ["done", 2]);
  assert.equal(stands({ here: { e: 2 } }).word, "done");
});

test("taken back at the door, she is asked again", () => {
  assert.equal(stands({ entries: [said("applied", 2)] }).word, "ask");
});

test("refused: it is said, and she may try again", () => {
  const refusal = said("rejected", 1, { result: { outcome: "rejected", code: "wrong_door", message: "Why." } });
  const { word, refused } = stands({ entries: [refusal] });
  assert.deepEqual([word, refused], ["ask", refusal]);
});

test("another event's are another event's", () => {
  assert.equal(stands({ here: { f: 2 }, entries: [said("pending", 3, { payload: { event: "f", code: "c", party: 3 } })] }).word, "ask");
});

test("the code of a door in an address, and what is none", () => {
  assert.equal(codeIn("#here=abcdefghij234567"), "abcdefghij234567");
  for (const hash of ["", "#here", "#here=", "#here=abc", "#here=ABCDEFGHIJ234567", "#there=abcdefghij234567"]) assert.equal(codeIn(hash), null);
});
