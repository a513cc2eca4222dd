/** What comes back from the server, or instead of it. */
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { ask, Refusal, Unreachable } from "../../../mo_app/static/js/accounts/ask.js";

const fetchBefore = globalThis.fetch;
afterEach(() => (globalThis.fetch = fetchBefore));

function answer(body, { status = 200, date = new Date() } = {}) {
  const headers = { Date: date.toUTCString() };
  globalThis.fetch = async () => new Response(body, { status, headers });
}

test("an answer is taken as it is", async () => {
  answer('{"location": "/uk/"}');
  assert.deepEqual(await ask("/"), { body: { location: "/uk/" }, clockWrong: false });
});

test("a refusal brings its sentence, its code, and what is wrong at which field", async () => {
  answer('{"type": "urn:mo:invalid", "title": "Please check.", "fields": {"name": "Too long."}}', { status: 422 });
  await assert.rejects(ask("/"), (error) => {
    assert.ok(error instanceof Refusal);
    assert.deepEqual([error.message, error.code, error.fields], ["Please check.", "invalid", { name: "Too long." }]);
    return true;
  });
});

test("a captive portal's page is no answer", async () => {
  answer("<html>Welcome to the hotel</html>");
  await assert.rejects(ask("/"), Unreachable);
});

test("no connection is no answer", async () => {
  globalThis.fetch = async () => {
    throw new TypeError("Failed to fetch");
  };
  await assert.rejects(ask("/"), Unreachable);
});

test("a clock that is an hour late is noticed", async () => {
  answer("{}", { date: new Date(Date.now() + 3_600_000) });
  assert.equal((await ask("/")).clockWrong, true);
});
