/**
 * Entering from paper, on a coordinator's own device: the names and passes of the event are on it while that page is open,
 * and as long as something that was entered there is not sent or was refused. On any other page they go at once.
 */
import { hear, tell } from "../offline/channel.js";
import { entriesOf, isOpen } from "../offline/outbox.js";
import { here, isStation } from "../offline/state.js";
import { read, write } from "../offline/store.js";
import { want, wanted, wantNoLonger } from "../offline/want.js";

const LOCK = "mo-paper";
const ENTERED = ["checkin.paper", "checkin.walk_in", "checkin.undo"];
const STORES = ["state", "documents", "outbox"];

/** Documents that a coordinator has to ask for. */
const documentsOf = (event) => [`roster/${event}`, `door/${event}`, `tablets/${event}`];

/**
 * @param {Location|URL} address
 * @returns {string|null} the event that is entered from paper on this page
 */
export function eventOf({ pathname, search }) {
  const asked = new URLSearchParams(search);
  return pathname.endsWith("/checkin") && asked.get("paper") === "1" ? asked.get("event") : null;
}

/**
 * The list of the event is wanted here; no other tab removes it while this one is open.
 * @returns {Promise<void>} once it is asked for
 */
export function enter(event) {
  if (!navigator.locks) return want(documentsOf(event));
  return new Promise((resolve, reject) => {
    const stay = () => want(documentsOf(event)).then(() => (resolve(), new Promise(() => {})));
    navigator.locks.request(LOCK, { mode: "shared" }, stay).catch(reject);
  });
}

/** On every page but that one: now, and as soon as what was left to send is sent. */
export function start(address) {
  if (eventOf(address)) return;
  const leaveSoon = () => leaveUnlessOpen().catch(() => {}); // a device that can keep nothing holds no names either
  hear(({ type }) => type === "changed" && leaveSoon());
  leaveSoon();
}

const leaveUnlessOpen = () =>
  navigator.locks ? navigator.locks.request(LOCK, { ifAvailable: true }, (free) => free && leave()) : leave();

/** @returns {Promise<string[]>} keys of the documents that were removed */
export async function leave() {
  if (!(await read(STORES, left)).length) return [];
  const gone = await write(STORES, async (tx) => {
    const { person } = await here(tx);
    const keys = await left(tx);
    for (const key of keys) await tx.objectStore("documents").delete([person, key]);
    await wantNoLonger(tx, person, keys);
    return keys;
  });
  tell({ type: "changed", pages: [], documents: gone });
  return gone;
}

/** What is here, or will come, of the events that nothing more is to be sent of. */
async function left(tx) {
  const { person } = await here(tx);
  if (await isStation(tx)) return [];
  const needed = (await entriesOf(tx, person))
    .filter((entry) => ENTERED.includes(entry.kind) && (isOpen(entry) || entry.status === "rejected"))
    .flatMap(({ payload }) => documentsOf(payload.event));
  const kept = await tx.objectStore("documents").getAllKeys(IDBKeyRange.bound([person], [person, []]));
  const keys = new Set([...kept.map(([, key]) => key), ...(await wanted(tx, person))]);
  return [...keys].filter((key) => key.includes("/") && !needed.includes(key));
}
