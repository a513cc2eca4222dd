/**
 * What a person sees besides the page: documents, outbox and how things stand, as one value.
 *
 *     subscribe((view) => …)   called at once if the view is known, and after every change; returns how to stop
 *     current()                the same value; undefined until the device's memory was read
 *
 * {person, mine, figures}   id of whoever is here (null: a guest) and the documents (undefined: not there yet)
 * {documents}              all of them by key, such as `roster/<event>`; the same objects until they change
 * {entries, pending, unsent}   the outbox; what the documents do not contain yet (lay this over them, and nothing
 *                          else, so nothing counts twice); what a person should know is not sent
 * {link, answered, offset}   "new" | "answered" | "none" | "busy" | "signin" | "refused"; when the server last really
 *                          answered (its own clock, ISO); milliseconds by which this device's clock is behind it
 * {ready, fetching, unkept, update}   a whole set of pages is kept; progress of getting it; why nothing (more) can be
 *                          kept: "full" | "blocked" | "outdated"; a new version of the app is there
 */
import { hear } from "./channel.js";
import { entriesOf, isUnsent } from "./outbox.js";
import { GUEST, here, progress } from "./state.js";
import { read } from "./store.js";

const subscribers = new Set();
/** @type {any} */
let view;
let reading = Promise.resolve();
let fetching = {};
let update = false;
/** Why what was done last in this tab could not be kept; null: it could. */
let lacking = null;
/** The documents as last read: {person, stale, rows, documents}; others where `stale` was counted on since. */
let known = { person: null, stale: -1, rows: [], documents: {} };
let stale = 0;
/** What a device that can keep nothing was told by the server. */
let passing = { person: GUEST, documents: {}, link: "new", answered: null, offset: 0 };

export const current = () => view;

export function subscribe(subscriber) {
  subscribers.add(subscriber);
  if (view) subscriber(view);
  return () => subscribers.delete(subscriber);
}

/** Show everything again, e.g. after the page was changed under the components. */
export function notify() {
  if (view) for (const subscriber of [...subscribers]) subscriber(view);
}

/** Read the device's memory again; resolves when everybody has seen it. */
export function refresh() {
  stale += 1;
  return reload();
}

/** What the server said is as it was: a list of hundreds is not read again for every tap. */
export function reload() {
  reading = reading.then(load, load);
  return reading;
}

/** A new version of the app is there. */
export function offerUpdate() {
  update = true;
  if (view) view = { ...view, update };
  notify();
}

/**
 * What is done is kept, or is not any more, and why; nothing is called ready for offline then.
 * @param {string|null} reason  see store.js
 */
export async function lack(reason) {
  if (lacking === reason) return;
  lacking = reason;
  await reload();
}

/** Where nothing can be kept, remember in this tab what the server said. */
export function adopt({ person, documents = {}, link, answered = passing.answered, offset = passing.offset }) {
  const known = person === passing.person ? passing.documents : {};
  passing = { person, documents: { ...known, ...documents }, link, answered, offset };
  return refresh();
}

async function load() {
  view = await kept().catch((error) => unkept(error.reason ?? "blocked"));
  notify();
}

const kept = () =>
  read(["state", "documents", "outbox"], async (tx) => {
    const now = await here(tx);
    const mine = await progress(tx, now.person);
    const entries = await entriesOf(tx, now.person);
    const documents = await documentsOf(tx, now.person);
    const pending = entries.filter(
      ({ status, seq }) => status === "deferred" || (status === "pending" && seq > mine.acked),
    );
    return {
      person: now.person || null,
      mine: documents.mine,
      figures: documents.figures,
      documents,
      entries,
      pending,
      unsent: entries.filter(isUnsent),
      link: now.link,
      answered: mine.answered,
      offset: now.offset,
      ready: mine.cursor !== null,
      unkept: now.unkept ?? lacking,
      fetching,
      update,
    };
  });

function unkept(reason) {
  const { person, documents, link, answered, offset } = passing;
  const values = Object.fromEntries(Object.entries(documents).map(([key, { value }]) => [key, value]));
  const nothing = { entries: [], pending: [], unsent: [], offset, ready: false, fetching: {} };
  const outdated = update || reason === "outdated";
  return { ...nothing, person: person || null, mine: values.mine, figures: values.figures, documents: values, link, answered, unkept: reason, update: outdated };
}

async function documentsOf(tx, person) {
  if (known.person === person && known.stale === stale) return known.documents;
  const reading = { person, stale };
  const all = await tx.objectStore("documents").getAll(IDBKeyRange.bound([person], [person, []]));
  const before = new Map(known.rows.map((row) => [row.key, row]));
  const isSame = ({ key, person: whose, version }) => before.get(key)?.person === whose && before.get(key).version === version;
  const rows = all.map((row) => (isSame(row) ? before.get(row.key) : row));
  known = { ...reading, rows, documents: Object.fromEntries(rows.map(({ key, value }) => [key, value])) };
  return known.documents;
}

hear((message) => {
  if (message.type === "fetching") fetching = { ...fetching, [message.what]: message };
  if (message.type === "changed" && !message.documents.length) reload();
  else if (["changed", "person"].includes(message.type)) refresh();
  else if (message.type === "fetching") reload();
});
