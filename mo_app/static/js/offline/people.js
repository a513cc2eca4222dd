/** Who is here: what belongs to one person is never shown to another, nor sent in another's name. */
import { tell } from "./channel.js";
import { entriesOf, isUnsent } from "./outbox.js";
import { GUEST, here, isStation, progress, setHere, setProgress, STATION_ASSETS } from "./state.js";
import { read, write } from "./store.js";
import { wantNothing } from "./want.js";

const STORES = ["state", "outbox", "documents", "pages", "staged"];
const TAKES = 8_000;
const OFFLINE_PAGE = /^\/[a-z]+\/offline$/;

/**
 * Somebody else is signed in. The one before leaves nothing readable; their outbox stays, hidden, until they come back.
 * Of a tablet that was a station for others, and of whoever makes a tablet one (`clean`), only what is unsent stays,
 * and what was refused and nobody has read.
 * @param {string} person
 * @param {{clean?: boolean}} [options]
 */
export async function switchTo(person, { clean = false } = {}) {
  const was = await write(STORES, async (tx) => {
    const before = (await here(tx)).person;
    if (before === person) return before;
    if (clean || (await isStation(tx))) await forgetApplied(tx, before);
    if (before !== GUEST) await forget(tx, before);
    // What a guest has read anyone may read; it serves until the new set is here.
    await tx.objectStore("staged").clear();
    await startAgain(tx, person);
    await setHere(tx, { person, leaving: null });
    return before;
  });
  if (was === person) return;
  await globalThis.caches?.delete(STATION_ASSETS);
  tell({ type: "person", was });
}

/**
 * Sign out on this device: everything of this person goes at once, the outbox too. The server is told with the next
 * exchange, so it works without a connection.
 * @param {string} action  where the server is told
 * @param {string[]} [losing]  ids of what is not sent yet and may be lost by it
 * @returns {Promise<boolean>} false: something else is unsent, perhaps said in another tab just now; nothing was done
 */
export async function signOut(action, losing = []) {
  const was = await write(STORES, async (tx) => {
    const { person } = await here(tx);
    const entries = await entriesOf(tx, person);
    if (entries.some((entry) => isUnsent(entry) && !losing.includes(entry.id))) return null;
    await forget(tx, person);
    for (const { id } of entries) await tx.objectStore("outbox").delete(id);
    await tx.objectStore("state").delete(`person/${person}`);
    await startAgain(tx, GUEST);
    await setHere(tx, { person: GUEST, leaving: { person, action }, link: "new" });
    return person;
  });
  if (was !== null) await globalThis.caches?.delete(STATION_ASSETS);
  if (was !== null) tell({ type: "person", was, left: true });
  return was !== null;
}

/**
 * Tell the server of a sign-out that was made here, if it still takes this device for that person's. Whether it heard
 * shows in the exchange that follows: the answer to a guest ends it.
 * @param {string} person  whom the server takes this device for
 * @returns {Promise<boolean>} whether this is the one who left
 */
export async function signOutAtServer(person) {
  const { leaving } = await read(["state"], here);
  if (leaving?.person !== person) return false;
  const signal = AbortSignal.timeout(TAKES);
  const request = { method: "POST", credentials: "same-origin", redirect: "manual", cache: "no-store", signal };
  await fetch(leaving.action, /** @type {RequestInit} */ (request)).catch(() => {});
  return true;
}

/** Documents and pages go; the offline page, which says nothing but that, stays. */
async function forget(tx, person) {
  await tx.objectStore("documents").delete(IDBKeyRange.bound([person], [person, []]));
  await wantNothing(tx, person);
  await tx.objectStore("staged").clear();
  const pages = tx.objectStore("pages");
  for (const url of await pages.getAllKeys()) if (!OFFLINE_PAGE.test(url)) await pages.delete(url);
  await startAgain(tx, person);
}

async function forgetApplied(tx, person) {
  for (const entry of await entriesOf(tx, person)) if (entry.status === "applied") await tx.objectStore("outbox").delete(entry.id);
}

/** The pages on this device are not (or no longer) this person's: the next exchange brings the whole set. */
async function startAgain(tx, person) {
  const mine = await progress(tx, person);
  await setProgress(tx, person, { ...mine, cursor: null, staged: null, round: mine.round + 1 });
}
