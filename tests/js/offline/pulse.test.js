import assert from "node:assert/strict";
import { test } from "node:test";
import "./device.js";
import { delayAfter } from "../../../mo_app/static/js/offline/pulse.js";
import { waitOf } from "../../../mo_app/static/js/offline/wire.js";

const headers = (values) => new Headers(values);

test("tries are spread over a time that doubles with each failure, from 2 s to 5 min", () => {
  const longest = [1, 2, 3, 8, 50].map((failures) => delayAfter(failures, () => 1));
  assert.deepEqual(longest, [4_000, 8_000, 16_000, 300_000, 300_000]);
  assert.equal(delayAfter(7, () => 0), 2_000);
  assert.equal(delayAfter(0, () => 1), 300_000);
});

test("Retry-After comes in seconds or as a date of the server's clock", () => {
  assert.equal(waitOf(headers({ "retry-after": "120" })), 120_000);
  const date = { date: "Mon, 23 Nov 2026 11:00:00 GMT", "retry-after": "Mon, 23 Nov 2026 11:02:00 GMT" };
  assert.equal(waitOf(headers(date), Date.parse("2026-11-26T00:00:00Z")), 120_000, "whatever our clock says");
  assert.equal(waitOf(headers({ "retry-after": "soon" })), null);
  assert.equal(waitOf(headers({})), null);
  assert.equal(waitOf(headers({ "retry-after": "99999999" })), 3_600_000, "never for days");
  assert.equal(waitOf(headers({ ...date, "retry-after": "Mon, 23 Nov 2026 10:00:00 GMT" })), 0);
});
