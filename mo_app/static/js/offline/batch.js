/** What a device asks of the server in one exchange: who it is, what it has, what was done on it. */
import { entriesOf } from "./outbox.js";
import { GUEST, here, progress, setHere, setProgress } from "./state.js";
import { write } from "./store.js";
import { wanted } from "./want.js";
import { PROTOCOL } from "./wire.js";

const MOST = 50;
const MOST_BYTES = 60_000; // the server takes 64 KB of operations
const ASK_AGAIN = 24 * 3_600_000;

/**
 * Where this exchange began, so that its answer is only taken if the device still stands there.
 * @typedef {{person: string, round: number, operations: any[], staged: boolean, request: object}} Asked
 * @param {{most?: number, build?: string, language?: string}} [options]  `language`: read in this page; asked for where
 *   the device knows of none, for it is new or the browser has thrown everything away
 * @returns {Promise<Asked | null>} null: no page has told yet which language is read here
 */
export function ask({ most = MOST, build = "", language } = {}) {
  return write(["state", "outbox", "documents"], async (tx) => {
    const now = await here(tx);
    if (!now.languages.length && !language) return null;
    if (!now.languages.length) await setHere(tx, { languages: (now.languages = [language]) });
    const mine = await progress(tx, now.person);
    await setProgress(tx, now.person, mine);
    const operations = now.person === GUEST ? [] : batchOf(await unsentOf(tx, now.person, build), most);
    const request = {
      protocol: PROTOCOL,
      device: mine.device,
      person: now.person || null,
      languages: now.languages,
      client_now: new Date().toISOString(),
      operations,
      have: { cursor: mine.staged?.cursor ?? mine.cursor, documents: await versionsOf(tx, now.person) },
      want: await wanted(tx, now.person),
    };
    return { person: now.person, round: mine.round, operations, staged: mine.staged !== null, request };
  });
}

/** Pending ones; and those for which the app was too old, once it is another or a day has passed. */
async function unsentOf(tx, person, build) {
  const entries = await entriesOf(tx, person);
  return entries.filter((entry) => entry.status === "pending" || (entry.status === "deferred" && isAnotherTry(entry, build)));
}

const isAnotherTry = ({ asked }, build) => asked.build !== build || Math.abs(Date.now() - asked.at) > ASK_AGAIN;

function batchOf(entries, most) {
  const operations = [];
  let bytes = 0;
  for (const { id, seq, kind, made_at, payload } of entries.slice(0, most)) {
    const operation = { id, seq, kind, made_at, payload };
    bytes += new TextEncoder().encode(JSON.stringify(operation)).length + 1;
    if (bytes > MOST_BYTES && operations.length) break;
    operations.push(operation);
  }
  return operations;
}

async function versionsOf(tx, person) {
  const range = IDBKeyRange.bound([person], [person, []]);
  const documents = await tx.objectStore("documents").getAll(range);
  return Object.fromEntries(documents.map(({ key, version }) => [key, version]));
}
