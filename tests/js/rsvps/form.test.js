/** The fields of an RSVP, without a browser: what is right is what `checkValidity` says. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkForm } from "../../../mo_app/static/js/rsvps/form.js";

function formWith(values) {
  const form = { elements: {}, querySelector: () => null };
  for (const name of ["party", "interpreting", "children", "step_free"]) {
    let problem = "";
    form.elements[name] = {
      form, id: name, value: String(values[name] ?? ""),
      setCustomValidity: (text) => (problem = text), checkValidity: () => problem === "",
      setAttribute() {}, removeAttribute() {}, closest: () => null, focus() {},
    };
  }
  return form;
}

test("children are among those who come", () => {
  assert.equal(checkForm(formWith({ party: 3, children: 3 })), true);
  assert.equal(checkForm(formWith({ party: 10, children: 9 })), true);
  assert.equal(checkForm(formWith({ party: 1, children: 10 })), false);
});

test("more people make it right again", () => {
  const form = formWith({ party: 1, children: 2 });
  assert.equal(checkForm(form), false);
  form.elements.party.value = "2";
  assert.equal(checkForm(form), true);
});
