/** What the device knows of itself: who is here now, and how far the exchange has come for each who ever was. */

/** A guest is the person without an id. */
export const GUEST = "";

/** @typedef {{person: string, languages: string[], offset: number, link: string, notBefore: number, leaving: {person: string, action: string}|null, unkept: string|null}} Here */
/** @returns {Promise<Here>} */
export async function here(tx) {
  const kept = await tx.objectStore("state").get("here");
  return { person: GUEST, languages: [], offset: 0, link: "new", notBefore: 0, leaving: null, unkept: null, ...kept };
}

/** @param {Partial<Here>} change */
export async function setHere(tx, change) {
  await tx.objectStore("state").put({ ...(await here(tx)), ...change }, "here");
}

/** The cache of what only a station has, see checkin/stations/assets.js. */
export const STATION_ASSETS = "mo-station";

/** Whether this device is a tablet at the door, and no person's. Needs `documents`, too. */
export async function isStation(tx) {
  const { person } = await here(tx);
  return Boolean(person && (await tx.objectStore("documents").getKey([person, "station"])));
}

/** @typedef {{device: string, seq: number, acked: number, cursor: string|null, answered: string|null, round: number, staged: null|{cursor: string, whole: boolean, total: number}}} Progress */
/** @returns {Promise<Progress>} how far this person has come on this device */
export async function progress(tx, person) {
  const kept = await tx.objectStore("state").get(`person/${person}`);
  return kept ?? { device: crypto.randomUUID(), seq: 0, acked: 0, cursor: null, answered: null, round: 0, staged: null };
}

export async function setProgress(tx, person, value) {
  await tx.objectStore("state").put(value, `person/${person}`);
}
