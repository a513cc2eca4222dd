/**
 * The exchange: operations go up; results, documents and pages come down, until both sides have nothing more to say.
 *
 * Runs in pages and in the worker alike. `exclusively` lets one of them at a time; where that is not to be had, an
 * answer is only taken if nothing was taken since it was asked for, so two at once do no harm.
 */
import { ask } from "./batch.js";
import { tell } from "./channel.js";
import { signOutAtServer, switchTo } from "./people.js";
import { here, setHere } from "./state.js";
import { CannotKeep, read, write } from "./store.js";
import { take } from "./take.js";
import { send } from "./wire.js";

const MOST_ROUNDS = 100;
const LOCK = "mo-exchange";
const LONG = 60_000;
const MOST_WAIT = 3_600_000;

/** @typedef {{kind: "answered"|"none"|"busy"|"signin"|"refused"|"idle", wait?: number|null, left?: number}} Outcome */

/**
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function exclusively(work) {
  if (!navigator.locks) return work();
  const signal = AbortSignal.timeout(LONG);
  return navigator.locks.request(LOCK, { signal }, work).catch((error) => {
    if (error.name !== "TimeoutError" || !signal.aborted) throw error;
    return navigator.locks.request(LOCK, { steal: true }, work); // whoever holds it is asleep
  });
}

/**
 * @param {{post?: typeof send, build?: string, language?: string}} [options]  `build`: of the app that runs this;
 *   `language`: of the page that does
 * @returns {Promise<Outcome>} `left`: operations the server could not answer for yet
 * @throws {CannotKeep}
 */
export async function exchange({ post = send, build = "", language } = {}) {
  const wait = await waitLeft();
  if (wait) return { kind: "busy", wait };
  const outcome = await rounds({ post, build, language });
  if (outcome.kind !== "answered" && outcome.kind !== "idle") await remember(outcome);
  return outcome;
}

/**
 * What the server asked for holds for every tab and the worker, also for one that had to wait for its turn meanwhile;
 * but never longer than an hour, whatever happened to the clock in between.
 */
async function waitLeft() {
  const { notBefore } = await read(["state"], here);
  const left = notBefore - Date.now();
  return left > 0 && left <= MOST_WAIT ? left : 0;
}

async function rounds({ post, build, language }) {
  let most;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const asked = await ask({ most, build, language });
    if (!asked) return { kind: "idle" };
    const reply = await post(asked.request);
    if (reply.kind === "answer") {
      const taken = await taking(asked, reply.answer, build);
      const nothingMore = taken && !taken.more && (!taken.left || !taken.final);
      if (taken?.stale) return { kind: "busy", wait: null };
      if (nothingMore) return { kind: "answered", left: taken.left };
    } else if (reply.kind === "other") {
      if (!(await signOutAtServer(reply.person))) await switchTo(reply.person);
      else if (round > 1) return { kind: "none" };
    } else if (reply.kind === "smaller" && asked.operations.length > 1) {
      most = Math.ceil(asked.operations.length / 2);
    } else {
      return { ...reply, kind: reply.kind === "smaller" ? "refused" : reply.kind };
    }
  }
  return { kind: "busy", wait: null };
}

async function taking(asked, answer, build) {
  const taken = await take(asked, answer, { build }).catch((error) => {
    if (!(error instanceof CannotKeep) || error.reason !== "full") throw error;
    // No room for the pages; what concerns this person is small and matters more.
    return take(asked, { ...answer, more: false }, { build, pages: false });
  });
  if (!taken) return null;
  if (answer.whole) tell({ type: "fetching", what: "pages", done: taken.kept, total: taken.more ? (taken.total ?? taken.kept) : taken.kept });
  tell({ type: "changed", pages: taken.pages, documents: taken.documents });
  return taken;
}

/** How things stand, for all tabs and the next start. */
async function remember({ kind, wait }) {
  const notBefore = kind === "busy" && wait ? Date.now() + wait : 0;
  await write(["state"], (tx) => setHere(tx, { link: kind, notBefore }));
  tell({ type: "changed", pages: [], documents: [] });
}
