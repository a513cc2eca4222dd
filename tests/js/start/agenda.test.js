import assert from "node:assert/strict";
import { test } from "node:test";

let Agenda;
globalThis.HTMLElement = /** @type {any} */ (class {});
globalThis.customElements = /** @type {any} */ ({ define: (_name, element) => (Agenda = element) });
await import("../../../mo_app/static/js/start/agenda.js");

/** Which of the words of an agenda without events are shown. */
function shown(view) {
  const agenda = new Agenda();
  const forms = ["none", "some"].map((when) => ({ dataset: { when }, hidden: true, parentElement: agenda, localName: "p" }));
  Object.assign(agenda, { localName: "mo-agenda", querySelectorAll: (selector) => (selector === "[data-when]" ? forms : []) });
  agenda.render({ offset: 0, ...view });
  return forms.filter(({ hidden }) => !hidden).map(({ dataset }) => dataset.when);
}

test("that nothing was said is only claimed when the answers are here", () => {
  assert.deepEqual(shown({ mine: undefined }), []);
  assert.deepEqual(shown({ mine: { rsvps: {} } }), ["none"]);
});
