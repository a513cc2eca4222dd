/** A button never offers to check in half a person. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { countRight } from "../../../../mo_app/static/js/checkin/door/fields.js";

function button() {
  const num = { textContent: "" };
  const form = { dataset: { plural: "other" }, hidden: false };
  const counted = { querySelectorAll: (selector) => (selector === "[data-plural]" ? [form] : [num]) };
  return { root: { querySelectorAll: () => [counted] }, num };
}

test("while the number is wrong, the last right one stays said", () => {
  const { root, num } = button();
  const type = (value, valid) => countRight(root, "chosen", { value, validity: { valid } });
  type("3", true);
  type("2.5", false);
  type("-1", false);
  assert.equal(num.textContent, "3");
  type("12", true);
  assert.equal(num.textContent, "12");
});
