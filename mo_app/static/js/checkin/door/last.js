/** The line that says what was done last, how far it is, and leads back. */
import { count, fill, moment, show } from "../../offline/words.js";
import { fateOf, holds } from "./fate.js";

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

  /**
   * What is true of it by now.
   * @param {any} view
   * @param {{namesOf: (ids: string[]) => Set<string>, present: Map<string, any>}} door
   * @returns {{words: string[], reason?: string}}
   */
  now(view, { namesOf, present }) {
    if (!this.#said) return { words: [] };
    const { word, guest, ids = [], large, back } = this.#said;
    const names = namesOf(ids);
    const fate = this.#kept ? fateOf(names, view) : { word: "saving" };
    if (fate.word === "refused") return { words: ["refused"], reason: fate.reason };
    if (this.#kept && !holds(this.#said, names, present)) return { words: [] };
    return { words: [word, guest?.organisation && large ? "organised" : "", ids.length ? fate.word : "", back ? "back" : ""] };
  }

  draw(root, { view, door, now }) {
    const { guest, heads, large, present, place } = this.#said ?? {};
    const { trouble, message, guest: whose } = this.#trouble ?? {};
    const { words, reason } = this.now(view, door);
    root.classList.toggle("is-large", large === true && words.length > 0 && reason === undefined);
    root.classList.toggle("is-said", words.length > 0);
    fill(root, { name: (guest ?? whose)?.name, organisation: guest?.organisation, tablet: place?.tablet, reason: message, why: reason });
    count(root, "heads", heads ?? 1);
    if (present) moment(root, "since", present.at, now);
    if (trouble) words.push("trouble", `trouble-${trouble}`, whose ? "trouble-named" : "");
    show(root, ...words);
    root.classList.toggle("is-quiet", !words.length);
  }
}
