import assert from "node:assert/strict";
import { test } from "node:test";
import { unread } from "../../../mo_app/static/js/notices/unread.js";

const notice = (id, read = false) => ({ id, kind: "greeting", text: id, url: null, made_at: "2026-11-23T11:00:00Z", read });
const reading = (id) => ({ kind: "notice.read", payload: { notice: id } });
const ids = (view) => unread(view).map(({ id }) => id);

test("what is read is not shown, be it at the server or only here so far", () => {
  const mine = { notices: [notice("new"), notice("here"), notice("there", true)] };
  assert.deepEqual(ids({ mine, pending: [reading("here"), { kind: "rsvp.set", payload: {} }] }), ["new"]);
});

test("a guest, or a device that has heard nothing yet, is told nothing", () => {
  assert.deepEqual(ids({ mine: undefined, pending: [] }), []);
});
