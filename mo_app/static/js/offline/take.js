/**
 * Taking an answer: results, documents, how far the server has come, and pages, all in one transaction or not at all.
 *
 * Pages of an answer that has more to come are staged; with the last one the set is switched over whole. So the device
 * always holds one complete set, whatever fails on the way. An answer can be `stale`: the server could not bring its
 * pages this time; the rest of it counts.
 */
import { entriesOf, isOpen } from "./outbox.js";
import { GUEST, here, progress, setHere, setProgress } from "./state.js";
import { write } from "./store.js";

const STORES = ["state", "outbox", "documents", "pages", "staged"];

/**
 * @param {import("./batch.js").Asked} asked
 * @param {any} answer
 * @returns {Promise<null | {pages: string[], documents: string[], final: number, left: number, more: boolean, stale: boolean, kept: number, total: number|null}>}
 *   null: the device has moved on since it asked (another tab, another person); the answer was not taken
 */
export function take(asked, answer, { build = "", pages = true } = {}) {
  return write(STORES, async (tx) => {
    const now = await here(tx);
    const mine = await progress(tx, asked.person);
    if (now.person !== asked.person || mine.round !== asked.round) return null;
    const final = await takeResults(tx, asked.person, answer, build);
    await takeDocuments(tx, asked.person, answer.documents);
    const changed = pages && !answer.stale ? await takePages(tx, mine, asked, answer) : [];
    Object.assign(mine, { acked: answer.acked, round: mine.round + 1 });
    if (!answer.stale && pages) mine.answered = answer.server_now;
    await setProgress(tx, asked.person, mine);
    const offset = Date.parse(answer.server_now) - Date.now();
    await setHere(tx, { link: "answered", notBefore: 0, offset, unkept: pages ? null : "full" });
    if (asked.person === GUEST) await setHere(tx, { leaving: null }); // the server knows of the sign-out
    return {
      pages: changed,
      documents: Object.keys(answer.documents),
      final,
      left: (await entriesOf(tx, asked.person)).filter(({ status }) => status === "pending").length,
      more: answer.more && !answer.stale,
      stale: answer.stale === true,
      kept: await tx.objectStore(answer.more ? "staged" : "pages").count(),
      total: answer.total ?? null,
    };
  });
}

async function takeResults(tx, person, { results, server_now }, build) {
  const outbox = tx.objectStore("outbox");
  let final = 0;
  for (const { id, outcome, code, params, message } of results) {
    const entry = await outbox.get(id);
    if (entry?.person !== person || !isOpen(entry)) continue;
    if (outcome !== "applied" && outcome !== "rejected") continue; // it stays and is sent again
    final += 1;
    const result = { outcome, code, params: params ?? {}, message };
    const asked = { build, at: Date.now() };
    const status = code === "upgrade_required" ? "deferred" : outcome;
    const isToldEnough = entry.quiet ? status !== "deferred" : entry.brief && status === "applied";
    if (isToldEnough) await outbox.delete(id);
    else await outbox.put({ ...entry, status, result, asked, answered_at: server_now });
  }
  if (final) await forgetOvertaken(tx, person);
  return final;
}

/** Of what went well about one event only the last is news. */
async function forgetOvertaken(tx, person) {
  const last = new Map();
  for (const { id, kind, status, payload } of await entriesOf(tx, person)) {
    if (status !== "applied" || !payload.event) continue;
    const thing = `${kind} ${payload.event}`;
    if (last.has(thing)) await tx.objectStore("outbox").delete(last.get(thing));
    last.set(thing, id);
  }
}

async function takeDocuments(tx, person, documents) {
  const store = tx.objectStore("documents");
  for (const [key, { version, value }] of Object.entries(documents)) {
    if (value === null) await store.delete([person, key]); // not for this person any more
    else await store.put({ person, key, version, value });
  }
}

async function takePages(tx, mine, asked, answer) {
  const staged = tx.objectStore("staged");
  const begins = answer.whole && (answer.begins ?? !asked.staged);
  if (begins) await staged.clear();
  const changes = [...answer.pages, ...answer.gone.map((url) => ({ url, gone: true }))];
  if (answer.more) {
    for (const change of changes) await staged.put(change);
    mine.staged = { cursor: answer.cursor, whole: answer.whole };
    return [];
  }
  const all = [...(await staged.getAll()), ...changes];
  await staged.clear();
  Object.assign(mine, { cursor: answer.cursor, staged: null });
  return switchOver(tx, all, answer.whole);
}

/** @returns the urls that read differently now */
async function switchOver(tx, changes, whole) {
  const pages = tx.objectStore("pages");
  const before = new Set(whole ? await pages.getAllKeys() : []);
  const changed = [];
  for (const { gone, ...page } of changes) {
    before.delete(page.url);
    if (gone) await pages.delete(page.url);
    else if ((await pages.get(page.url))?.version === page.version) continue;
    else await pages.put(page);
    changed.push(page.url);
  }
  for (const url of before) await pages.delete(url);
  return [...changed, ...before];
}
