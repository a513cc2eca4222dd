/**
 * The service worker: wiring only. What it does is in js/offline/, shared with the pages.
 *
 * Pages are answered from the device at once; the exchange each of them makes brings what is new. Assets come from the
 * precache. Everything else is the network's, with a limit of time. Nothing but GET is ever touched.
 */
import { assets, build, headers, languages } from "/precache.js";
import { isAsset } from "/static/js/offline/asset.js";
import { tell } from "/static/js/offline/channel.js";
import { exchange, exclusively } from "/static/js/offline/exchange.js";
import { hasNoRoom, isLeaving, keptPage, leadOn, offlinePage, stationAsset } from "/static/js/offline/kept.js";
import { addPlugins, cleanupOutdatedCaches, precache } from "/static/vendor/workbox.js";

/** The entry is installed last, so a version that came halfway does not count. */
const house = { headers, languages, build, has: async (other) => Boolean(await caches.match(`/static/${other}/js/app.js`)) };
const PATIENCE = 8_000;
const STATIC = /^\/static\/[0-9a-f]{12}\//;
let fetched = 0;

addPlugins([
  {
    cacheWillUpdate: async ({ response }) => (isAsset(response) ? response : null),
    cacheDidUpdate: async () => gettingReady((fetched += 1)),
  },
]);
cleanupOutdatedCaches();
precache(assets);

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  const { data, ports } = event;
  if (data?.type === "activate") self.skipWaiting();
  if (data?.type === "build?") ports[0].postMessage(build);
  if (data?.type === "whole?") event.waitUntil(isWhole().then((whole) => ports[0].postMessage({ whole, build })));
});

self.addEventListener("sync", (event) => {
  if (event.tag === "mo-outbox") event.waitUntil(drain());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request, pathname));
  else if (STATIC.test(pathname)) event.respondWith(asset(request, pathname));
});

async function page(request, path) {
  const kept = (await keptPage(path, house)) ?? (await leadOn(path));
  if (kept && !(await hasNoRoom())) return kept;
  if (await isLeaving()) await inTime(drain()).catch(() => {});
  if (await isLeaving()) return kept ?? offlinePage(path, house);
  const answer = await inTime(fetch(request)).catch(() => null);
  const fromGateway = answer?.status === 502 || answer?.status === 504;
  return answer && !fromGateway ? answer : (kept ?? offlinePage(path, house));
}

/** A new version's assets are there before it begins, and an old page makes do with those of today. */
async function asset(request, path) {
  const kept = await caches.match(request.url);
  if (kept) return kept;
  return inTime(fetch(request)).catch(() => anotherBuilds(path));
}

/** Of use now, but not what it would be kept as. */
async function anotherBuilds(path) {
  const found = (await caches.match(path.replace(STATIC, `/static/${build}/`))) ?? (await stationAsset(path.replace(STATIC, "/")));
  if (!found) return Response.error();
  const headers = new Headers(found.headers);
  headers.set("cache-control", "no-store");
  return new Response(found.body, { headers });
}

/** Browsers may throw away what was installed: whoever is about to rely on it asks. */
async function isWhole() {
  const found = await Promise.all(assets.map(({ url }) => caches.match(url)));
  return found.every(Boolean);
}

async function drain() {
  const { kind } = await exclusively(() => exchange({ build }));
  if (kind !== "answered") throw new Error(kind); // the browser tries again
}

/** The first time, somebody watches; later versions come quietly. */
function gettingReady(done) {
  if (!self.registration.active) tell({ type: "fetching", what: "assets", done, total: assets.length });
}

function inTime(promise) {
  const late = new Promise((_, reject) => setTimeout(reject, PATIENCE, new Error("too slow")));
  return Promise.race([promise, late]);
}
