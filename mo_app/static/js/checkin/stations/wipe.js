/** A station that is over keeps nothing but what is still to be sent or read, and the knowledge that it is over. */
import { tell } from "../../offline/channel.js";
import { entriesOf } from "../../offline/outbox.js";
import { here } from "../../offline/state.js";
import { write } from "../../offline/store.js";
import { forgetAssets } from "./assets.js";
import { STATION } from "./standing.js";

/**
 * As often as one likes: what arrives late goes too.
 * @param {string} standing  "over" or "revoked"
 * @returns {Promise<boolean>} whether there was anything to remove
 */
export async function wipe(standing) {
  const revoked = standing === "revoked";
  const wiped = await write(["state", "outbox", "documents"], async (tx) => {
    const { person } = await here(tx);
    const documents = tx.objectStore("documents");
    const station = await documents.get([person, STATION]);
    if (!station) return null; // somebody else is here by now
    const keys = await documents.getAllKeys(IDBKeyRange.bound([person], [person, []]));
    const names = keys.filter(([, key]) => key !== STATION);
    const answered = (await entriesOf(tx, person)).filter(({ status }) => status === "applied");
    const known = station.value.ended && Boolean(station.value.revoked) === revoked;
    if (known && !names.length && !answered.length) return false;
    for (const key of names) await documents.delete(key);
    for (const { id } of answered) await tx.objectStore("outbox").delete(id);
    await documents.put({ ...station, version: "", value: { ...station.value, ended: true, revoked } });
    return true;
  });
  if (wiped !== null) await forgetAssets();
  if (wiped) tell({ type: "changed", pages: [], documents: [STATION] });
  return wiped === true;
}
