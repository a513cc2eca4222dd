/**
 * `<mo-status>`: how things stand, always visible and true. It shows what the page words of these:
 *
 *   one of   getting-ready (and "counted" once it is known how much there is, else "uncounted") · current · known (as of
 *            some time ago) · offline · busy · signin · full · nothing     ("nothing": never answered, not reachable)
 *   and      old (last answer more than a day ago) · unsent · rejected · update ·
 *            unkept, unkept-full, unkept-blocked, unkept-outdated
 */
import { progressOf, wordsOf } from "./health.js";
import { Shown } from "./shown.js";
import { reload } from "./update.js";
import { count, fill, moment, show } from "./words.js";

const TICK = 60_000;

class Status extends Shown {
  #view;
  #timer;

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("click", this.#click);
    this.#timer = setInterval(() => this.#view && this.render(this.#view), TICK); // time passes: "as of", "older than a day"
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  render(view) {
    this.#view = view;
    const now = Date.now() + view.offset;
    const rejected = view.entries.filter(({ status }) => status === "rejected").length;
    const numbers = { unsent: view.unsent.length, rejected };
    for (const [name, number] of Object.entries(numbers)) count(this, name, number);
    moment(this, "at", view.answered, now);
    fill(this, progressOf(view));
    show(this, ...wordsOf(view, now), ...Object.keys(numbers).filter((name) => numbers[name] > 0));
  }

  #click = ({ target }) => {
    if (target.closest("[data-action=reload]")) reload();
  };
}

customElements.define("mo-status", Status);
