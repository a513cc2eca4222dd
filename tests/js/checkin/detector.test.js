/** The browser's own where it truly reads QR codes, else ours. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Detector } from "../../../mo_app/static/js/checkin/scanner/detector.js";

/** A class of detectors; `seen` collects the pictures that were held up to it. */
function makes(text, { formats = ["qr_code"], breaks = false } = {}) {
  const seen = [];
  class Detects {
    static seen = seen;
    static getSupportedFormats = async () => formats;
    async detect(picture) {
      seen.push(picture);
      if (breaks) throw new Error("Barcode detection service unavailable.");
      return [{ rawValue: text }];
    }
  }
  return Detects;
}

test("the browser's own reads, and ours is never loaded", async () => {
  const detector = new Detector({ native: makes("its"), load: () => assert.fail("not needed") });
  assert.deepEqual(await detector.read("picture"), ["its"]);
});

for (const [name, native] of Object.entries({
  "a browser that has none": undefined,
  "one that reads other codes only": makes("its", { formats: ["ean_13"] }),
  "one that cannot say what it reads": Object.assign(makes("its"), { getSupportedFormats: () => Promise.reject(new Error()) }),
})) {
  test(`${name}: ours`, async () => {
    assert.deepEqual(await new Detector({ native, load: async () => makes("ours") }).read("picture"), ["ours"]);
  });
}

test("one that says it can, and cannot: ours reads the same picture, and all that follow", async () => {
  const [native, ours] = [makes("its", { breaks: true }), makes("ours")];
  const detector = new Detector({ native, load: async () => ours });
  assert.deepEqual([await detector.read("first"), await detector.read("second")], [["ours"], ["ours"]]);
  assert.deepEqual([native.seen, ours.seen], [["first"], ["first", "second"]]);
});

test("ours did not come over the line: the next picture asks again, and it is loaded once", async () => {
  let asked = 0;
  const load = async () => {
    asked += 1;
    if (asked === 1) throw new TypeError("Failed to fetch");
    return makes("ours");
  };
  const detector = new Detector({ native: undefined, load });
  await assert.rejects(detector.read("first"));
  assert.deepEqual(await detector.read("second"), ["ours"]);
  await detector.read("third");
  assert.equal(asked, 2);
});
