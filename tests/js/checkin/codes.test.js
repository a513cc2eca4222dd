/** What is a pass, and when the same one is new again. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { passOf, Seen } from "../../../mo_app/static/js/checkin/scanner/codes.js";

test("a pass, as the roster knows it", () => {
  assert.equal(passOf("MO:ABCDEFGHIJ234567"), "abcdefghij234567");
});

for (const text of ["", "MO:", "MO:ABCDEFGHIJ23456", "MO:ABCDEFGHIJ2345678", "MO:ABCDEFGHIJ234561", "mo:abcdefghij234567", "https://example.org/MO:ABCDEFGHIJ234567", "MO:ABCDEFGHIJ234567\n"]) {
  test(`no pass: ${JSON.stringify(text)}`, () => assert.equal(passOf(text), null));
}

test("held to the camera it is new once, however long", () => {
  const seen = new Seen(4_000);
  assert.ok(seen.isNew("a", 0));
  for (let now = 100; now < 20_000; now += 100) assert.ok(!seen.isNew("a", now));
});

test("away for long enough it is new again", () => {
  const seen = new Seen(4_000);
  seen.isNew("a", 0);
  assert.ok(!seen.isNew("a", 4_000));
  assert.ok(seen.isNew("a", 8_001));
});

test("two passes at once do not hide one another", () => {
  const seen = new Seen(4_000);
  assert.deepEqual([seen.isNew("a", 0), seen.isNew("b", 10), seen.isNew("a", 100), seen.isNew("b", 110)], [true, true, false, false]);
});

test("while somebody is asked about one pass, it stays known, and another one stays new", () => {
  const seen = new Seen(4_000);
  seen.isNew("a", 0);
  for (let now = 100; now < 10_000; now += 100) for (const code of ["a", "b"]) seen.keep(code, now);
  assert.deepEqual([seen.isNew("a", 10_000), seen.isNew("b", 10_000)], [false, true]);
});
