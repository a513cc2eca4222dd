/** Which of the guests are listed: who said they come, who is here, or whom the typed letters mean. */
import { count, show } from "../../offline/words.js";
import { afterFrame } from "./frames.js";
import { expected, found, preparing } from "./guests.js";
import { List } from "./list.js";

export class Roster {
  #list = new List();
  #typed = "";
  #view = "expected";
  #known;
  #expected = [];
  #state;

  /** @param {Element} root  the parts of the page are found in it */
  constructor(root) {
    this.root = root;
  }

  get typed() {
    return this.#typed;
  }

  /** @returns {import("./guests.js").Guest[]} whom the typed letters mean */
  get found() {
    return this.#typed.trim() ? found([...this.#state.guests, ...this.#state.walkIns], this.#typed) : [];
  }

  type(typed) {
    this.#typed = typed;
    this.#restart();
  }

  choose(view) {
    this.#view = view;
    for (const button of this.root.querySelectorAll("[data-show]")) button.setAttribute("aria-pressed", String(button.dataset.show === view));
    this.#restart();
  }

  more() {
    this.#list.more();
    this.#draw();
  }

  /**
   * @param {import("./standing.js").Standing} state
   */
  draw(state) {
    this.#state = state;
    if (this.#known !== state.guests) {
      this.#known = state.guests;
      this.#expected = expected(state.guests);
      whenIdle(preparing(state.guests));
    }
    this.#draw();
  }

  /** Something else is listed: from its top. */
  #restart() {
    const section = this.root.querySelector(".door-roster");
    const isAbove = section.getBoundingClientRect().top < 0;
    this.#list.restart();
    this.#draw();
    if (isAbove) section.scrollIntoView({ block: "start" });
  }

  #draw() {
    if (!this.#state) return;
    const searching = this.#typed.trim() !== "";
    const guests = searching ? this.found : this.#view === "here" ? this.#here() : this.#expected;
    this.#list.draw(this.root.querySelector("[data-part=roster]"), guests, this.#state.of);
    const nobody = guests.length ? "" : searching ? "nobody-found" : `nobody-${this.#view}`;
    show(this.root.querySelector("[data-part=ends]"), nobody, this.#list.hasMore(guests) ? "more" : "");
    this.root.querySelector("[data-part=views]").hidden = searching;
    afterFrame().then(() => this.#tell(searching, guests.length));
  }

  /** For whoever listens. */
  #tell(searching, number) {
    const told = this.root.querySelector("[data-part=found]");
    show(told, searching ? (number ? "some" : "nobody") : "");
    count(told, "found", number);
  }

  /** Who came last stands first. */
  #here() {
    const { guests, walkIns, present } = this.#state;
    const bySubject = new Map([...guests, ...walkIns].map((guest) => [guest.subject, guest]));
    const at = ([, { at: moment }]) => Date.parse(moment);
    return [...present].sort((a, b) => at(b) - at(a)).flatMap(([subject]) => bySubject.get(subject) ?? []);
  }
}

/** Between frames, until all is done. */
function whenIdle(work) {
  const later = globalThis.requestIdleCallback ?? ((act) => setTimeout(act, 50));
  later(() => work() && whenIdle(work));
}
