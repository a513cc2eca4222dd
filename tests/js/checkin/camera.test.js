/** Which word stands for what is wrong with the camera, and which camera is next. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { nextOf, troubleWith } from "../../../mo_app/static/js/checkin/scanner/camera.js";

const named = (name) => Object.assign(new Error("from the browser"), { name });

for (const [name, word] of Object.entries({
  NotAllowedError: "refused",
  SecurityError: "refused",
  NotFoundError: "missing",
  OverconstrainedError: "missing",
  NotReadableError: "busy",
  AbortError: "busy",
  InvalidStateError: "failed",
})) {
  test(`${name}: ${word}`, () => assert.equal(troubleWith(named(name)), word));
}

test("where there is nothing to ask for a camera: unsupported", () => {
  assert.equal(troubleWith(new TypeError("Cannot read properties of undefined (reading 'getUserMedia')")), "unsupported");
});

test("the next camera, round and round, and the first where this one is gone", () => {
  assert.equal(nextOf(["a", "b", "c"], "a"), "b");
  assert.equal(nextOf(["a", "b", "c"], "c"), "a");
  assert.equal(nextOf(["a", "b"], "x"), "a");
});
