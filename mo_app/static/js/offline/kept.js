/** Answers from what the device keeps; used by the worker. A kept page carries the headers of one from the network. */
import { here, isStation, STATION_ASSETS } from "./state.js";
import { read } from "./store.js";

const IS_START = /^\/[^/]+\/$/;
const DOOR = /^\/here\/([a-z2-7]{16})\/([a-z2-7]{16})$/;

/** @typedef {{headers: Record<string, string>, languages: string[], build: string, has: (build: string) => Promise<boolean>}} House  `has`: are this build's assets on the device? */

/**
 * @param {string} path
 * @param {House} house
 * @returns {Promise<Response | null>}
 */
export async function keptPage(path, house, status = 200) {
  const url = IS_START.test(path) ? path : path.replace(/\/$/, "");
  const page = await read(["pages"], (tx) => tx.objectStore("pages").get(url)).catch(() => null);
  if (!page) return null;
  const type = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" };
  const html = page.html.replace("<html ", `<html data-kept="${page.version}" `);
  return new Response(await withAssets(html, house), { status, headers: { ...house.headers, ...type } });
}

/** A page that was kept by an older version makes do with the styles and scripts of this one, which are here. */
async function withAssets(html, { build, has }) {
  const its = html.match(/ data-build="([0-9a-f]+)"/)?.[1];
  if (!its || its === build || (await has(its))) return html;
  return html.replaceAll(`/static/${its}/`, `/static/${build}/`);
}

/**
 * `/` begins in the language that is read here; in one read before where that is not on the device yet. A station begins
 * at the door, whatever start page is asked for.
 * @param {string} path  `/` or `/<language>/`
 */
export async function startPage(path = "/") {
  const url = await read(["state", "documents", "pages"], async (tx) => {
    const languages = path === "/" ? (await here(tx)).languages : [path.split("/")[1]];
    const start = (await isStation(tx)) ? "checkin" : path === "/" ? "" : null;
    for (const language of start === null ? [] : languages) {
      const url = `/${language}/${start}`;
      if (await tx.objectStore("pages").getKey(url)) return url;
    }
    return null;
  }).catch(() => null);
  return url ? found(url) : null;
}

/**
 * The code at an event's door says no language either.
 * @param {string} path  `/here/<event>/<code>`
 */
export async function doorPage(path) {
  const [, event, code] = path.match(DOOR) ?? [];
  const url = await read(["state", "pages"], async (tx) => {
    for (const language of event ? (await here(tx)).languages : []) {
      const its = `/${language}/schedule/${event}`;
      if (await tx.objectStore("pages").getKey(its)) return `${its}#here=${code}`;
    }
    return null;
  }).catch(() => null);
  return url ? found(url) : null;
}

/** What is asked for is there under another address. */
export const leadOn = (path) => (path === "/" || IS_START.test(path) ? startPage(path) : doorPage(path));

const found = (url) => new Response(null, { status: 302, headers: { location: url } });

/**
 * The honest answer where there is none: in the language of the address, else of the reader.
 * @param {string} path
 * @param {House} house
 */
export async function offlinePage(path, house) {
  const { languages } = await read(["state"], here).catch(() => ({ languages: [] }));
  const asked = path.split("/")[1];
  const candidates = [...(house.languages.includes(asked) ? [asked] : []), ...languages, ...house.languages];
  for (const language of candidates) {
    const page = await keptPage(`/${language}/offline`, house, 503);
    if (page) return page;
  }
  return Response.error();
}

/** What only a station has, of whatever build: an update may have brought the page and not all of it yet. */
export async function stationAsset(file) {
  if (!(await caches.has(STATION_ASSETS))) return undefined;
  const cache = await caches.open(STATION_ASSETS);
  const kept = (await cache.keys()).find(({ url }) => url.endsWith(file));
  return kept && cache.match(kept);
}

/** Whether what is kept grows old because nothing new can be kept. */
export async function hasNoRoom() {
  return (await read(["state"], here).catch(() => ({ unkept: null }))).unkept === "full";
}

/** Whether somebody left while the server could not be told: nothing of theirs may come from the network until it is. */
export async function isLeaving() {
  return (await read(["state"], here).catch(() => ({ leaving: null }))).leaving !== null;
}
