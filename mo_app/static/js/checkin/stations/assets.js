/**
 * What only a station needs, such as what reads passes: not on everybody's phone, but on this device as long as it is
 * one. The worker finds it in this cache as it finds everything else.
 */
import { isAsset } from "../../offline/asset.js";
import { STATION_ASSETS } from "../../offline/state.js";

/**
 * Addresses that a page names in `data-station-assets`.
 * @param {ParentNode} page
 * @returns {string[]}
 */
export function assetsOf(page) {
  const named = [...page.querySelectorAll("[data-station-assets]")];
  return named.flatMap((element) => JSON.parse(element.getAttribute("data-station-assets") ?? "[]"));
}

/**
 * Fetch what is not here yet, and let go what nobody names any more.
 * @param {string[]} wanted
 */
export async function keepAssets(wanted) {
  const cache = await caches.open(STATION_ASSETS);
  await Promise.all(wanted.map((url) => fetchOnce(cache, url)));
  if (!(await areKept(wanted))) return; // of an update that came halfway the old one is still of use
  for (const { url } of await cache.keys()) if (!wanted.includes(new URL(url).pathname)) await cache.delete(url);
}

/** Whether all of them are on this device, in whatever cache. */
export async function areKept(urls) {
  const found = await Promise.all(urls.map((url) => caches.match(url)));
  return found.every(Boolean);
}

export async function forgetAssets() {
  await globalThis.caches?.delete(STATION_ASSETS);
}

async function fetchOnce(cache, url) {
  if (await caches.match(url)) return;
  const response = await fetch(url).catch(() => null);
  if (response && isAsset(response)) await cache.put(url, response).catch(() => {}); // no room: ready.js says so
}
