/** A station that is over keeps nothing but what is still to be sent or read, and the knowledge that it is over. */
import { tell } from "../../offline/channel.js";
import { entriesOf } from "../../offline/outbox.js";
import { here } from "../../offline/state.js";
import { write } from "../../offline/store.js";
import { forgetAssets } from "./assets.js";
import { STATION } from "./standing.js";

const DAY = 86_400_000;

/**
 * As often as one likes: what arrives late goes too.
 * @param {string} standing  "over", "unknown", or "hidden": then only once that is sure
 * @param {number} [clock]
 * @returns {Promise<boolean>} whether there was anything to remove
 */
export async function wipe(standing, clock = Date.now()) {
  const unknown = standing === "unknown";
  const wiped = await write(["state", "outbox", "documents"], async (tx) => {
    const { person } = await here(tx);
    const documents = tx.objectStore("documents");
    const station = await documents.get([person, STATION]);
    if (!station) return null; // somebody else is here by now
    if (standing === "hidden" && !(await isSure(documents, station, clock))) return null;
    const keys = await documents.getAllKeys(IDBKeyRange.bound([person], [person, []]));
    const names = keys.filter(([, key]) => key !== STATION);
    const answered = (await entriesOf(tx, person)).filter(({ status }) => status === "applied");
    const known = station.value.ended && Boolean(station.value.unknown) === unknown;
    if (known && !names.length && !answered.length) return false;
    for (const key of names) await documents.delete(key);
    for (const { id } of answered) await tx.objectStore("outbox").delete(id);
    await documents.put({ ...station, version: "", value: { ...station.value, ended: true, unknown } });
    return true;
  });
  if (wiped !== null) await forgetAssets();
  if (wiped) tell({ type: "changed", pages: [], documents: [STATION] });
  return wiped === true;
}

/**
 * A clock that jumped ahead may be set right, and what is wiped comes back only by a connection: it is believed when it
 * has said so for a day, and did not go back behind where it first did.
 */
async function isSure(documents, station, clock) {
  if (station.hidden_at <= clock) return clock - station.hidden_at >= DAY;
  await documents.put({ ...station, hidden_at: clock });
  return false;
}
