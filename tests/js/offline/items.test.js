import assert from "node:assert/strict";
import { test } from "node:test";
import { arrange } from "../../../mo_app/static/js/offline/items.js";

/** As much of an element as a list needs; notes what was moved. */
function list(...names) {
  const moved = [];
  const element = {
    moved,
    children: [],
    insertBefore(item, next) {
      moved.push(item.name);
      element.children = element.children.filter((each) => each !== item);
      element.children.splice(next ? element.children.indexOf(next) : element.children.length, 0, item);
    },
  };
  element.children = names.map((name) => ({
    name,
    remove() {
      element.children = element.children.filter((each) => each !== this);
    },
  }));
  return element;
}

const names = ({ children }) => children.map(({ name }) => name).join("");

test("what stands right is not moved", () => {
  const same = list("a", "b", "c");
  arrange(same, [...same.children]);
  assert.deepEqual([names(same), same.moved], ["abc", []]);
});

test("others go and come around what stays", () => {
  const changed = list("a", "b", "c");
  const [, b, c] = changed.children;
  arrange(changed, [{ name: "n" }, b, { name: "m" }, c]);
  assert.deepEqual([names(changed), changed.moved], ["nbmc", ["n", "m"]]);
});
