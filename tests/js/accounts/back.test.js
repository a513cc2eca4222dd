/** Where somebody was going when she had to sign in first. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { remember, takeBack } from "../../../mo_app/static/js/accounts/back.js";

const NOW = 1_000_000;
const MINUTE = 60_000;
const kept = new Map();

beforeEach(() => {
  kept.clear();
  globalThis.location = { origin: "https://example.org" };
  globalThis.sessionStorage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  };
});

test("she comes back to where she was, once", () => {
  remember("/en/schedule/e#here=c", NOW);
  assert.equal(takeBack(NOW + MINUTE), "/en/schedule/e#here=c");
  assert.equal(takeBack(NOW + MINUTE), null);
});

test("not after half an hour", () => {
  remember("/en/schedule/e", NOW);
  assert.equal(takeBack(NOW + 30 * MINUTE), null);
});

for (const path of ["//evil.example/", "https://evil.example/", "javascript:alert(1)", "http://["]) {
  test(`never to somewhere else: ${path}`, () => {
    remember(path, NOW);
    assert.equal(takeBack(NOW), null);
  });
}

test("a browser that can keep nothing leads to the start page", () => {
  delete globalThis.sessionStorage;
  remember("/en/schedule/e", NOW);
  assert.equal(takeBack(NOW), null);
});
