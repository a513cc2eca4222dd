/**
 * The one way in which a page writes: keep it on the device, then let the exchange carry it.
 *
 *     const saved = await save("rsvp.set", { event, going: true, party: 3, … });
 *
 * saved.how: "kept": it is on the disk, say "saved on this device"; the outbox tells the rest
 *            "sent": it could not be kept, but the server has answered; saved.result is the answer
 *            "unkept": it is not on the device; saved.reason: "full" | "blocked" | "outdated" (storage; and there is no
 *            connection), "unsure" (and nobody knows whether it arrived), "guest" (sign in first), "other_person"
 *            (somebody else is here now)
 */
import { tell } from "./channel.js";
import { sendDirectly } from "./direct.js";
import { add, NotYours } from "./outbox.js";
import { pulse } from "./pulse.js";
import { CannotKeep } from "./store.js";
import { current, lack } from "./view.js";

const SYNC_TAG = "mo-outbox";

/**
 * @param {string} kind
 * @param {object} payload
 * @param {{quiet?: boolean, brief?: boolean}} [options]  see outbox.js
 */
export async function save(kind, payload, { quiet = false, brief = false } = {}) {
  const person = current()?.person ?? null;
  if (!person) return { how: "unkept", reason: "guest" };
  try {
    const entry = await add({ kind, payload, person, quiet, brief });
    lack(null);
    tell({ type: "changed", pages: [], documents: [] });
    pulse.beat();
    askToStay(entry.seq).catch(() => {}); // a browser may refuse; what is kept is kept
    return { how: "kept", entry };
  } catch (error) {
    if (error instanceof NotYours) return { how: "unkept", reason: error.reason };
    if (!(error instanceof CannotKeep)) throw error;
    lack(error.reason);
    const { result, reason = error.reason } = await sendDirectly({ kind, payload, person });
    pulse.beat(); // what can still be kept shows how things stand now
    return result ? { how: "sent", result } : { how: "unkept", reason };
  }
}

/** Ask the browser to send this when the tab is gone, and, the first time, not to throw it away when space gets short. */
async function askToStay(seq) {
  if (seq === 1) await navigator.storage?.persist?.();
  const registration = await navigator.serviceWorker?.getRegistration();
  await /** @type {any} */ (registration)?.sync?.register(SYNC_TAG);
}
