/** What fingers, keys and the camera do at the door, and what it means. Nothing moves under a finger. */
import { settle } from "../../offline/hands.js";

const ECHO = 700; // milliseconds in which a second tap on a row that was marked is the first one's echo
const SAME_PASS = 5_000; // a camera sees a pass for as long as it is held up
const FORGOTTEN = 3_000; // a finger that was never lifted

const isAsking = () => document.querySelector("dialog[open]") !== null;

export class Hands {
  #tapped = { subject: "", at: -Infinity };
  #shown = { code: "", at: -Infinity };
  #down = -Infinity;
  #later = null;
  /** Somebody was found by these letters; the next ones are of somebody else. */
  #used = false;

  /** @param {any} door */
  constructor(door) {
    this.door = door;
    for (const [event, act] of Object.entries(this.#hearing)) door.addEventListener(event, act);
    door.querySelector("#door-search").addEventListener("focus", ({ target }) => this.#used && target.select());
  }

  start() {
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, this.#lift);
  }

  stop() {
    for (const end of ["pointerup", "pointercancel"]) removeEventListener(end, this.#lift);
  }

  /** Draws now, or when the finger is lifted. */
  whenFree(draw) {
    if (performance.now() - this.#down > FORGOTTEN) draw();
    else this.#later = draw;
  }

  #lift = () => {
    this.#down = -Infinity;
    setTimeout(() => { // after the click that this may be
      this.#later?.();
      this.#later = null;
    });
  };

  #hearing = {
    pointerdown: () => (this.#down = performance.now()),

    click: ({ target, timeStamp }) => {
      const button = target.closest("button");
      if (button?.dataset.show) this.door.roster.choose(button.dataset.show);
      this.#acts[button?.dataset.act]?.(button, timeStamp);
    },

    input: ({ target }) => {
      if (target.id !== "door-search") return;
      this.#used = false;
      this.door.roster.type(target.value);
      settle(target.form);
    },

    submit: (event) => {
      event.preventDefault();
      if (event.target.closest("#door-party")) this.door.answerNumber();
      else if (event.target.closest("#door-walk-in")) this.door.answerWalkIn();
      else this.#enter(event.timeStamp);
    },

    keydown: (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step || !event.target.matches("#door-search, .guest-tap")) return;
      const rows = [...this.door.querySelectorAll(".guest-tap")];
      const next = rows.indexOf(event.target) + step;
      event.preventDefault();
      (rows[next] ?? (next < 0 ? this.door.querySelector("#door-search") : null))?.focus();
    },

    pass: ({ detail: { code }, timeStamp }) => {
      const { code: before, at } = this.#shown;
      if (isAsking() || (code === before && timeStamp - at < SAME_PASS)) return;
      this.#shown = { code, at: timeStamp };
      this.door.showPass(code);
    },
  };

  #acts = {
    guest: (button, at) => this.#tap(button.closest("[data-id]").dataset.id, at),
    more: () => this.door.roster.more(),
    undo: () => this.door.undoAsked(),
    back: () => this.door.goBack(),
    read: () => this.door.read(),
    "other-number": () => this.door.otherNumber(),
    "walk-in": () => this.door.askWalkIn(),
    listed: ({ dataset: { subject } }, at) => {
      this.door.walkIn.close();
      this.#tap(subject, at);
    },
  };

  #tap(subject, at) {
    if (subject === this.#tapped.subject && at - this.#tapped.at < ECHO) return;
    this.#used = this.door.roster.typed !== "";
    this.door.meet(subject, this.#used ? "search" : "tap");
    if (!isAsking()) this.#tapped = { subject, at };
  }

  /** Enter: the only one it can be; else on to the list. */
  #enter(at) {
    const { found } = this.door.roster;
    if (found.length !== 1) return this.door.querySelector(".guest-tap")?.focus();
    this.#tap(found[0].subject, at);
    this.door.querySelector("#door-search").select();
  }
}
