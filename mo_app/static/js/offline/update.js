/**
 * The worker and its versions. A new one waits until nobody is typing or deciding anything in any tab, then begins;
 * nothing is ever reloaded by itself: the next page is of the new version, and a line says that it is there.
 */
import { hear, tell } from "./channel.js";
import { isBusy, whenFree } from "./hands.js";
import { offerUpdate } from "./view.js";

const ANSWERS_TAKE = 500;
const LOOK_AGAIN = 3_600_000;
let registration;
let looked = Date.now();

export async function start() {
  hear(({ type }) => type === "busy?" && isBusy() && tell({ type: "busy!" }));
  if (!navigator.serviceWorker) return;
  navigator.serviceWorker.addEventListener("controllerchange", () => offer(navigator.serviceWorker.controller));
  registration = await navigator.serviceWorker.register("/sw.js", { type: "module", updateViaCache: "none" });
  registration.addEventListener("updatefound", () => watch(registration.installing));
  document.addEventListener("visibilitychange", look);
  begin();
}

/** A person wants the new version now. */
export async function reload() {
  const waiting = registration?.waiting;
  if (waiting) {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
    waiting.postMessage({ type: "activate" });
  } else {
    location.reload();
  }
}

function watch(worker) {
  worker?.addEventListener("statechange", begin);
}

function look() {
  begin();
  if (document.visibilityState !== "visible" || Date.now() - looked < LOOK_AGAIN) return;
  looked = Date.now();
  registration.update().catch(() => {});
}

/** Let the new version begin, if there is one and nobody minds. */
async function begin() {
  if (!registration.waiting || !registration.active) return;
  if (isBusy()) whenFree(begin);
  if (await isAnybodyBusy()) return offer(registration.waiting);
  registration.waiting?.postMessage({ type: "activate" });
}

/** Say that there is a new version, unless this page is of it already. */
async function offer(worker) {
  const { build } = document.documentElement.dataset;
  if (worker && (await buildOf(worker)) !== build) offerUpdate();
}

function buildOf(worker) {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ type: "build?" }, [port2]);
  return new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data)));
}

function isAnybodyBusy() {
  return new Promise((resolve) => {
    const stop = hear(({ type }) => type === "busy!" && end(true));
    const timer = setTimeout(() => end(false), ANSWERS_TAKE);
    const end = (busy) => {
      clearTimeout(timer);
      stop();
      resolve(busy);
    };
    tell({ type: "busy?" });
  });
}
