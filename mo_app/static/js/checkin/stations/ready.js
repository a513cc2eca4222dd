/**
 * `<mo-ready>`: whether this tablet can do without a connection. It says so only once everything has been read where it
 * would be read then, and says what is missing before. Shows one of
 *
 *   ready     with the count `people`, the time slot `at` and the slot `age`
 *   missing   and which: list, app, scanner; apart: there is no connection to get it by
 *   unkept    nothing can be kept here, and why: full, blocked, outdated, workerless
 */
import { hear } from "../../offline/channel.js";
import { Shown } from "../../offline/shown.js";
import { age, count, fill, moment, show } from "../../offline/words.js";
import { prove } from "./proof.js";

const AGAIN_SOON = 1_000;
const AGAIN = 60_000;
const WORKER_TAKES = 15_000;
const PROOF_TAKES = 20_000;
const PARTS = ["list", "app", "scanner"];

class Ready extends Shown {
  #view;
  #proof;
  #proving = false;
  #again = false;
  #timer;
  #kept = [];
  #born = Date.now();
  #unhear = () => {};

  connectedCallback() {
    super.connectedCallback();
    navigator.storage?.persist?.().catch(() => {}); // a browser may refuse
    this.#unhear = hear(({ type, pages }) => type === "changed" && pages.length && this.#prove());
    navigator.serviceWorker?.addEventListener("controllerchange", this.#prove);
    document.addEventListener("visibilitychange", this.#prove);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#unhear();
    navigator.serviceWorker?.removeEventListener("controllerchange", this.#prove);
    document.removeEventListener("visibilitychange", this.#prove);
    clearTimeout(this.#timer);
  }

  render(view) {
    this.#view = view;
    const kept = whatCounts(view.documents ?? {});
    if (kept.some((each, place) => each !== this.#kept[place])) this.#prove();
    this.#kept = kept;
    if (this.#proof || view.unkept) this.#say(view);
  }

  #prove = async () => {
    this.#again = true;
    if (this.#proving || document.visibilityState !== "visible") return;
    this.#proving = true;
    clearTimeout(this.#timer);
    while (this.#again) {
      this.#again = false;
      this.#proof = await Promise.race([prove(location.pathname).catch(() => null), nothing()]);
    }
    this.#proving = false;
    if (!this.isConnected) return;
    if (this.#view) this.#say(this.#view);
    this.#timer = setTimeout(this.#prove, this.#isWhole ? AGAIN : AGAIN_SOON);
  };

  get #isWhole() {
    return this.#proof && PARTS.every((part) => this.#proof[part]);
  }

  #say(view) {
    if (view.unkept) return show(this, "unkept", view.unkept);
    if (!this.#proof) return show(this);
    if (!this.#isWhole) return show(this, ...this.#missing(view));
    const now = Date.now() + view.offset;
    count(this, "people", this.#proof.people);
    moment(this, "at", view.answered, now);
    fill(this, { age: age(view.answered, now) });
    show(this, "ready");
  }

  #missing({ link }) {
    const canHaveNone = !this.#proof.worker && Date.now() - this.#born > WORKER_TAKES;
    if (canHaveNone || !navigator.serviceWorker) return ["unkept", "workerless"];
    return ["missing", ...PARTS.filter((part) => !this.#proof[part]), link !== "answered" && link !== "new" && "apart"];
  }
}

/** Whatever never answers is asked again. */
const nothing = () => new Promise((resolve) => setTimeout(resolve, PROOF_TAKES, null));

/** Who is here changes with every tap, and changes nothing about being ready: only that it is there does. */
function whatCounts({ station, ...documents }) {
  const of = (name) => Object.entries(documents).find(([key]) => key.startsWith(name))?.[1];
  return [station, of("roster/"), of("door/") !== undefined];
}

customElements.define("mo-ready", Ready);
