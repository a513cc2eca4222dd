/** What a station needs without a connection, looked for where it would then be read. */
import { here } from "../../offline/state.js";
import { read } from "../../offline/store.js";
import { areKept, assetsOf, keepAssets } from "./assets.js";
import { STATION } from "./standing.js";

const ANSWERS_TAKE = 3_000;
const IS_OF = /^\/static\/([0-9a-f]+)\//;

/**
 * @param {string} path  of the page at the door
 * @returns {Promise<{people: number|null, list: boolean, app: boolean, scanner: boolean, worker: boolean}>}
 *   `list`: the roster and what was recorded; `app`: the page, and a worker with all its assets; `scanner`: what only a
 *   station has; `worker`: whether there is one at all
 */
export async function prove(path) {
  const { station, roster, door, page, offline } = await read(["state", "documents", "pages"], (tx) => lookFor(tx, path));
  const worker = navigator.serviceWorker?.controller ?? null;
  const { whole, build } = worker ? await ask(worker) : { whole: false, build: "" };
  const names = page ? assetsOf(new DOMParser().parseFromString(page.html, "text/html")) : null;
  const wanted = [...new Set([...(names ?? []), ...(names ?? []).map((url) => inBuild(url, build)), ...assetsOf(document)])];
  const people = Array.isArray(roster?.people) ? roster.people.length : null;
  return {
    people,
    list: people !== null && Array.isArray(door?.scans),
    app: Boolean(page && offline && whole),
    scanner: names !== null && station?.ended === false && (await keep(wanted, names)),
    worker: worker !== null,
  };
}

async function lookFor(tx, path) {
  const { person } = await here(tx);
  const documents = tx.objectStore("documents");
  const value = async (key) => (await documents.get([person, key]))?.value;
  const station = await value(STATION);
  const event = station?.event;
  const pages = tx.objectStore("pages");
  return {
    station,
    roster: await value(`roster/${event}`),
    door: await value(`door/${event}`),
    page: await pages.get(path),
    offline: await pages.get(path.replace(/checkin$/, "offline")),
  };
}

/** @returns {Promise<{whole: boolean, build: string}>} whether the worker has every asset of its build */
function ask(worker) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(resolve, ANSWERS_TAKE, { whole: false, build: "" });
    worker.postMessage({ type: "whole?" }, [port2]);
  });
}

/** Right after an update the worker may still be of the old build, and answer with that. */
const inBuild = (url, build) => (build ? url.replace(IS_OF, `/static/${build}/`) : url);

async function keep(wanted, names) {
  if (await areKept(wanted)) return true;
  await keepAssets(wanted);
  return areKept(names);
}
