/**
 * The page in view follows what is kept: it is morphed in place, so scroll, focus and the components stay. Not while
 * somebody is typing in it; then as soon as they have finished. Nor across a new version of the app, whose styles and
 * scripts are others: that waits for the next page.
 */
import { Idiomorph } from "../../vendor/idiomorph.js";
import { hear } from "./channel.js";
import { isBusy, whenFree } from "./hands.js";
import { GUEST, here } from "./state.js";
import { read } from "./store.js";
import { notify } from "./view.js";

/** Version of the page in view; unknown if it came from the network. */
let shown = document.documentElement.dataset.kept;
/** Whoever this page was loaded for; undefined until the device's memory was read. */
let owner;
/** Somebody else has been found to be here. */
let foreign = false;
let onChange = () => {};

/** @param {{changed: () => void}} options  `changed`: called when the page in view is another */
export function start({ changed }) {
  onChange = changed;
  hear((message, own) => {
    if (message.type === "changed" && (foreign || message.pages.includes(location.pathname))) follow();
    if (message.type !== "person" || !message.was) return;
    if (!own) location.reload();
    else if (message.left) owner = GUEST; // who signs out here is led away
    else foreign = true;
  });
  look().catch(() => {});
  addEventListener("pageshow", follow);
  document.addEventListener("visibilitychange", follow);
}

async function follow() {
  if (document.visibilityState !== "visible") return;
  const found = await look().catch(() => null);
  if (!found) return;
  const { person, page } = found;
  if (owner !== GUEST && person !== owner) foreign = true;
  // What the one before was looking at, and had typed, is nobody else's.
  if (foreign && (!page || isBusy())) return location.reload();
  [owner, foreign] = [person, false];
  if (!page || page.version === shown) return;
  if (isBusy()) return whenFree(follow);
  const next = new DOMParser().parseFromString(page.html, "text/html");
  if (next.documentElement.dataset.build !== document.documentElement.dataset.build) return;
  morph(next);
  shown = page.version;
}

async function look() {
  const found = await read(["state", "pages"], async (tx) => ({
    person: (await here(tx)).person,
    page: await tx.objectStore("pages").get(location.pathname),
  }));
  owner ??= found.person;
  return found;
}

function morph(next) {
  const { documentElement: root } = document;
  for (const { name, value } of next.documentElement.attributes) root.setAttribute(name, value);
  document.title = next.title;
  const callbacks = { beforeAttributeUpdated, beforeNodeMorphed };
  Idiomorph.morph(document.body, next.body, { morphStyle: "outerHTML", ignoreActiveValue: true, callbacks });
  onChange();
  notify();
}

/** What a person has opened stays open; what a component shows or hides it decides anew right after. */
function beforeAttributeUpdated(name, element) {
  return name !== "open" && !(name === "hidden" && element.matches("[data-when], [data-plural]"));
}

/** What a component has written stays until it writes again. */
function beforeNodeMorphed(old, next) {
  return !(old instanceof Element && old.matches("[data-slot], [data-list]") && next instanceof Element);
}
