import assert from "node:assert/strict";
import { test } from "node:test";
import { isAsset } from "../../../mo_app/static/js/offline/asset.js";

const FOR_EVER = "public, max-age=31536000, immutable";
const answer = (control, status = 200) => new Response("", { status, headers: control ? { "cache-control": control } : {} });

test("a file of the build that was asked for is installed", () => {
  assert.equal(isAsset(answer(FOR_EVER)), true);
});

for (const [what, response] of Object.entries({
  "today's file, asked for under an older build": answer("no-cache"),
  "a captive portal's page": answer(null),
  "an error": answer(FOR_EVER, 503),
  "a redirection that was followed": { ok: true, redirected: true, headers: new Headers({ "cache-control": FOR_EVER }) },
})) {
  test(`${what} is not`, () => assert.equal(isAsset(response), false));
}
