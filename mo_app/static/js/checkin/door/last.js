/** The line that says what was done last, how far it is, and leads back. */
import { count, fill, moment, show } from "../../offline/words.js";

export class Last {
  /** @type {null | {word: string, guest?: any, heads?: number, ids?: string[], large: boolean, back?: () => any, present?: any, place?: any}} */
  #said = null;
  #kept = false;
  #trouble = null;

  get guest() {
    return this.#said?.guest;
  }

  /** The way back from what was done last; it can be gone once. */
  get back() {
    return this.#said?.back;
  }

  /** @param {{word: string, guest?: any, heads?: number, ids?: string[], done?: Promise<any>, back?: () => any, present?: any, place?: any}} act */
  say(act, { large = false, changed = () => {} } = {}) {
    const said = { ...act, large };
    [this.#said, this.#kept, this.#trouble] = [said, false, null];
    act.done?.then((outcome) => {
      if (outcome.trouble) this.#trouble = { ...outcome, guest: act.guest };
      if (this.#said === said) [this.#said, this.#kept] = outcome.trouble ? [null, false] : [said, true];
      changed();
    });
    changed();
  }

  /** Somebody has read what went wrong. */
  read() {
    this.#trouble = null;
  }

  draw(root, { isWaiting, now }) {
    const { word, guest, heads, ids = [], large, back, present, place } = this.#said ?? {};
    const { trouble, message, guest: whose } = this.#trouble ?? {};
    root.classList.toggle("is-large", large === true);
    root.classList.toggle("is-said", word !== undefined);
    fill(root, { name: (guest ?? whose)?.name, organisation: guest?.organisation, tablet: place?.tablet, reason: message });
    count(root, "heads", heads ?? 1);
    if (present) moment(root, "since", present.at, now);
    const words = word ? [word] : [];
    if (guest?.organisation && large) words.push("organised");
    if (ids.length) words.push(this.#kept ? (isWaiting(ids) ? "kept" : "sent") : "saving");
    if (back) words.push("back");
    if (trouble) words.push("trouble", `trouble-${trouble}`, whose ? "trouble-named" : "");
    show(root, ...words);
    root.classList.toggle("is-quiet", !words.length);
  }
}
