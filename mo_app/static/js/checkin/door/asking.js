/** A station is given its list; a coordinator's device asks for it, until the server has answered. */
import { pulse } from "../../offline/pulse.js";
import { refresh } from "../../offline/view.js";
import { enter } from "../paper.js";

export class Asking {
  /** The server has answered; what is not here then, is nowhere. */
  heard = false;
  #event;
  #entered;
  #isAsking = false;

  /** @param {() => void} changed */
  constructor(changed) {
    this.changed = changed;
  }

  /**
   * @param {{event: string|null, paper: boolean, me: string}} facts
   * @param {{link: string}} view
   */
  ask({ event, paper, me }, { link }) {
    if (!paper || !me) return;
    if (event !== this.#event) this.#begin(event);
    else if (link === "answered" && !this.heard) this.#askNow(); // that answer may have been asked for before
  }

  #begin(event) {
    [this.#event, this.heard] = [event, false];
    this.#entered = enter(event);
    this.#askNow();
  }

  async #askNow() {
    if (this.#isAsking) return;
    this.#isAsking = true;
    const kind = await this.#entered.then(() => pulse.beat()).then((outcome) => outcome.kind, () => "none");
    if (kind === "answered") await refresh();
    this.#isAsking = false;
    if (kind !== "answered") return;
    this.heard = true;
    this.changed();
  }
}
