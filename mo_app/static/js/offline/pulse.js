/**
 * When to exchange: on load, back in the foreground, back online, after every new operation, and now and then.
 *
 * After a failure the next try comes after a random time that doubles with each one (full jitter), so that a thousand
 * phones which lose the same Wi-Fi do not come back in the same second. What the server asks for by Retry-After counts
 * more than anything, a tap on "try now" included (exchange.js).
 */
import { listen } from "./direct.js";
import { exchange, exclusively } from "./exchange.js";
import { CannotKeep } from "./store.js";

const SHORTEST = 2_000;
const LONGEST = 300_000;

/** @param {number} failures  in a row */
export function delayAfter(failures, random = Math.random) {
  const most = failures ? Math.min(LONGEST, SHORTEST * 2 ** failures) : LONGEST;
  return SHORTEST + random() * (most - SHORTEST);
}

export class Pulse {
  #failures = 0;
  #timer;
  #running = null;
  #again = false;
  #page = {};

  /** In a page: keep going until it is closed. */
  start({ build = "", language = "" } = {}) {
    this.#page = { build, language };
    addEventListener("online", () => this.beat());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.beat());
    addEventListener("pageshow", (event) => event.persisted && this.beat());
    return this.beat();
  }

  /**
   * Exchange now. While one is under way, another follows it, for it may have begun before what is new was done.
   * @returns {Promise<import("./exchange.js").Outcome>} of the last one
   */
  beat() {
    this.#again = this.#running !== null;
    this.#running ??= this.#run().finally(() => (this.#running = null));
    return this.#running;
  }

  async #run() {
    clearTimeout(this.#timer);
    let outcome;
    do {
      this.#again = false;
      outcome = await this.#once();
    } while (this.#again && outcome.kind === "answered");
    this.#failures = outcome.kind === "answered" && !outcome.left ? 0 : this.#failures + 1;
    this.#timer = setTimeout(() => this.#tick(), Math.max(outcome.wait ?? 0, this.#delay()));
    return outcome;
  }

  /** A page on which people wait for what others do says how many seconds that may take: `data-pulse="10"`. */
  #delay() {
    const asked = Number(globalThis.document?.querySelector("[data-pulse]")?.getAttribute("data-pulse"));
    return asked && !this.#failures ? asked * 1000 * (0.75 + Math.random() / 2) : delayAfter(this.#failures);
  }

  /** A tab in the background has no reason to; coming back to the foreground is one. */
  #tick() {
    if (document.visibilityState === "visible") this.beat();
  }

  async #once() {
    try {
      return await exclusively(() => exchange(this.#page));
    } catch (error) {
      if (error instanceof CannotKeep) return await this.#listen();
      reportError(error); // and go on: what is kept is worth another try
      return { kind: "none" };
    }
  }

  async #listen() {
    const { kind } = await listen();
    return { kind: kind === "answer" ? "answered" : kind };
  }
}

export const pulse = new Pulse();
