/**
 * `<mo-status>`: how things stand, always visible and true. It shows what the page words of these:
 *
 *   one of   getting-ready · current · offline · busy · signin · nothing     ("nothing": never answered, not reachable)
 *   and      old (last answer more than a day ago) · unsent · rejected · confirmed · update ·
 *            unkept, unkept-full, unkept-blocked, unkept-outdated
 */
import { Shown } from "./shown.js";
import { reload } from "./update.js";
import { count, fill, moment, show } from "./words.js";

const DAY = 86_400_000;
const TICK = 60_000;
const STANDING = { none: "offline", busy: "busy", refused: "busy", signin: "signin" };

class Status extends Shown {
  #view;
  #timer;

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("click", this.#click);
    this.#timer = setInterval(() => this.#view && this.render(this.#view), TICK); // time passes: "older than a day"
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  render(view) {
    this.#view = view;
    const now = Date.now() + view.offset;
    const of = (status) => view.entries.filter((entry) => entry.status === status).length;
    const numbers = { unsent: view.unsent.length, rejected: of("rejected"), confirmed: of("applied") };
    const { done, total } = sum(view.fetching);
    for (const [name, number] of Object.entries(numbers)) count(this, name, number);
    moment(this, "at", view.answered, now);
    fill(this, { done, total });
    show(this, ...wordsOf(view, now, { done, total }), ...Object.keys(numbers).filter((name) => numbers[name] > 0));
  }

  #click = ({ target }) => {
    if (target.closest("[data-action=reload]")) reload();
  };
}

function wordsOf(view, now, { done, total }) {
  const words = [standing(view, done < total)];
  if (view.answered && now - Date.parse(view.answered) > DAY) words.push("old");
  if (view.unkept) words.push("unkept", `unkept-${view.unkept}`);
  if (view.update) words.push("update");
  return words;
}

function standing({ link, answered, ready, unkept }, fetching) {
  if (link === "signin") return "signin";
  if (STANDING[link]) return answered ? STANDING[link] : "nothing";
  return link === "answered" && (unkept || (ready && !fetching)) ? "current" : "getting-ready";
}

function sum(fetching) {
  const parts = Object.values(fetching);
  const of = (name) => parts.reduce((all, part) => all + part[name], 0);
  return { done: of("done"), total: of("total") };
}

customElements.define("mo-status", Status);
