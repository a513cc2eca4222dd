/** A device for tests: IndexedDB in memory, and what browsers have that Node has not. */
import "fake-indexeddb/auto";
import { choose } from "../../../mo_app/static/js/offline/language.js";
import { add } from "../../../mo_app/static/js/offline/outbox.js";
import { here, progress } from "../../../mo_app/static/js/offline/state.js";
import { read } from "../../../mo_app/static/js/offline/store.js";

/** A device as it comes from the shop; its owner reads Ukrainian. */
export async function newDevice() {
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase("mo");
    request.onsuccess = resolve;
    request.onerror = reject;
  });
  await choose("uk");
}

export const say = (person, topic) => add({ kind: "topic.support", payload: { topic }, person });

export const all = (store) => read([store], (tx) => tx.objectStore(store).getAll());
export const whoIsHere = () => read(["state"], here);
export const cameSoFar = (person) => read(["state"], (tx) => progress(tx, person));
export const urls = async () => (await all("pages")).map(({ url }) => url);
export const statuses = async () => (await all("outbox")).map(({ status }) => status);
