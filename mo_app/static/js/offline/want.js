/**
 * Documents that somebody gets only on request, such as `roster/<event>`: what is wanted on this device, and until when.
 * What is wanted no longer is forgotten with the next exchange.
 */
import { here } from "./state.js";
import { write } from "./store.js";

const LASTS = 12 * 3_600_000;

/** @param {string[]} keys  of documents; replaces what was wanted before */
export function want(keys) {
  return write(["state"], async (tx) => {
    const { person } = await here(tx);
    await tx.objectStore("state").put({ keys, until: Date.now() + LASTS }, `want/${person}`);
  });
}

/** @returns {Promise<string[]>} what this person wants here and now */
export async function wanted(tx, person) {
  const kept = await tx.objectStore("state").get(`want/${person}`);
  return kept && kept.until > Date.now() ? kept.keys : [];
}

/** @param {string[]} keys  that are not asked for any more; the others still are, as long as before */
export async function wantNoLonger(tx, person, keys) {
  const state = tx.objectStore("state");
  const kept = await state.get(`want/${person}`);
  if (kept) await state.put({ ...kept, keys: kept.keys.filter((key) => !keys.includes(key)) }, `want/${person}`);
}

/** Whoever comes next begins with nothing. */
export async function wantNothing(tx, person) {
  await tx.objectStore("state").delete(`want/${person}`);
}
