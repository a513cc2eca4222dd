/** Who stands on the list, and in which order. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { expected, found, guestOfWalkIn, guestsOf, preparing } from "../../../../mo_app/static/js/checkin/door/guests.js";

const ROSTER = {
  organisations: { o1: "Saba women's group" },
  people: [
    ["p1", "Ali Declined", null, 1, "d", 0, "c1"],
    ["p2", "Ali Silent", "o1", 1, "", 0, "c2"],
    ["p3", "Ali Waiting", null, 2, "w", 0, "c3"],
    ["p4", "Alima", "gone", 3, "c", 1, "c4"],
    ["p5", "Sabina", null, 1, "c", 0, null],
  ],
};
const names = (guests) => guests.map(({ name }) => name);

test("who said they come, those with a place first", () => {
  assert.deepEqual(names(expected(guestsOf(ROSTER))), ["Alima", "Sabina", "Ali Waiting"]);
});

test("found: nearest first, among them who said they come", () => {
  assert.deepEqual(names(found(guestsOf(ROSTER), "ali")), ["Alima", "Ali Waiting", "Ali Declined", "Ali Silent"]);
  assert.deepEqual(names(found(guestsOf(ROSTER), "sab")), ["Sabina", "Ali Silent"], "the organisation's name counts, too, but less");
  assert.deepEqual(found(guestsOf(ROSTER), " "), []);
});

test("what they need is known as yes or no, and an organisation that is gone has no name", () => {
  const [, silent, , alima] = guestsOf(ROSTER);
  assert.deepEqual([silent.needs, silent.organisation], [false, "Saba women's group"]);
  assert.deepEqual([alima.needs, alima.organisation, alima.subject], [true, "", "p:p4"]);
});

test("the same document is prepared once; without one there is nobody", () => {
  assert.equal(guestsOf(ROSTER), guestsOf(ROSTER));
  assert.deepEqual(guestsOf(undefined), []);
});

test("a walk-in has an organisation of the list, or as they said", () => {
  const said = { id: "w1", name: "Lina", party: 2, organisation: "o1", organisation_text: "" };
  assert.equal(guestOfWalkIn(said, ROSTER.organisations).organisation, "Saba women's group");
  const typed = { ...said, organisation: null, organisation_text: "Neighbours" };
  assert.deepEqual([guestOfWalkIn(typed).organisation, guestOfWalkIn(typed).subject], ["Neighbours", "w:w1"]);
});

test("getting ready takes portions, and ends", () => {
  const more = preparing(guestsOf(ROSTER), 2);
  assert.deepEqual([more(), more(), more()], [true, true, false]);
});
