/** The cases that the server's derivation is held to as well. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { derive } from "../../../../mo_app/static/js/checkin/door/presence.js";

const CASES = JSON.parse(readFileSync(new URL("../../../data/presence.json", import.meta.url), "utf8"));

for (const { name, expect, ...records } of CASES) {
  test(name, () => {
    const { present, ...counts } = derive(records);
    assert.deepEqual({ ...counts, present: Object.fromEntries(present) }, expect);
  });
}

test("the order of arrival changes nothing", () => {
  for (const { expect, scans, walk_ins, merges, undos } of CASES) {
    const turned = [scans, walk_ins, merges, undos].map((each) => [...each].reverse());
    const { present } = derive({ scans: turned[0], walk_ins: turned[1], merges: turned[2], undos: turned[3] });
    assert.deepEqual(Object.fromEntries(present), expect.present);
  }
});
