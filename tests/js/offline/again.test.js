import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

globalThis.HTMLElement ??= /** @type {any} */ (EventTarget);
globalThis.customElements ??= /** @type {any} */ ({ define: (_name, element) => (globalThis.Again = element) });
globalThis.addEventListener ??= () => {};
await import("../../../mo_app/static/js/offline/again.js");

const went = [];
const at = (pathname) => (globalThis.location = /** @type {any} */ ({ pathname, reload: () => went.push("again"), replace: (url) => went.push(url) }));

function tap() {
  const button = new globalThis.Again();
  button.connectedCallback();
  button.dispatchEvent(new Event("click"));
}

afterEach(() => (went.length = 0));

test("asks for the same address once more", () => {
  at("/uk/account");
  tap();
  assert.deepEqual(went, ["again"]);
});

test("the offline page's own address leads on to the start page", () => {
  at("/uk/offline");
  tap();
  assert.deepEqual(went, ["/uk/"]);
});
