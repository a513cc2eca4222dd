/**
 * What is done at the door, and how it is shown before it is kept: an operation is hoped for until the outbox has it,
 * then the outbox tells the rest. One that could not be kept is gone again, and whoever did it is told why.
 */
import { save } from "../../offline/save.js";
import { current, reload } from "../../offline/view.js";
import { afterFrame } from "./frames.js";

/**
 * @typedef {{trouble: string|null, message?: string|null}} Outcome  null: it is kept
 * @typedef {{id: string, done: Promise<Outcome>}} Doing  `id`: the operation's for now; what is asked of it later, is asked by this
 */

export class Doings {
  #hopes = [];
  #number = 0;
  /** The name that each got when it was kept. */
  #kept = new Map();

  /** @param {{event: () => string, paper: () => boolean, changed: () => void}} door */
  constructor(door) {
    this.door = door;
  }

  /** What the documents do not contain yet, hopes included. */
  operations(view) {
    return [...view.pending, ...this.hopes(view)];
  }

  /** What the outbox does not have yet. */
  hopes({ entries }) {
    const kept = new Set(entries.map(({ id }) => id));
    return this.#hopes.filter(({ id }) => !kept.has(this.#kept.get(id)));
  }

  /** As the outbox calls them. */
  namesOf(ids) {
    return new Set(ids.map((id) => this.#kept.get(id)));
  }

  /** @returns {Doing} */
  checkIn(person, party, how) {
    const paper = this.door.paper();
    return this.#do(paper ? "checkin.paper" : "checkin.scan", paper ? { person, party } : { person, party, how });
  }

  /** @param {{name: string, organisation: string|null, organisation_text: string, party: number}} walkIn */
  walkIn(walkIn) {
    return this.#do("checkin.walk_in", { ...walkIn, consent: true, paper: this.door.paper() });
  }

  /** @param {string} of  a scan, walk-in or merge; one that is not kept yet has its undo wait for it */
  undo(of) {
    const hope = this.#hopes.find(({ id }) => id === of);
    if (!hope) return this.#do("checkin.undo", { of: this.#kept.get(of) ?? of });
    const isKept = () => this.#kept.has(of);
    return { id: of, done: hope.saved.then(() => (isKept() ? this.undo(this.#kept.get(of)).done : { trouble: null })) };
  }

  #do(kind, said) {
    const payload = { event: this.door.event(), ...said };
    const made_at = new Date(Date.now() + current().offset).toISOString();
    const id = `hope-${(this.#number += 1)}`;
    const hope = { id, kind, payload, made_at, saved: afterFrame().then(() => this.#save(id, kind, payload)) };
    this.#hopes.push(hope);
    this.door.changed();
    return { id, done: this.#end(hope) };
  }

  async #save(id, kind, payload) {
    const saved = await save(kind, payload, { brief: true });
    if (saved.entry) this.#kept.set(id, saved.entry.id);
    return saved;
  }

  /** Gone as soon as the view tells of it. */
  async #end(hope) {
    const saved = await hope.saved.catch(() => ({ how: "unkept", reason: "blocked" }));
    await reload();
    this.#hopes = this.#hopes.filter((each) => each !== hope);
    this.door.changed();
    return outcomeOf(saved);
  }
}

/** @returns {Outcome} */
function outcomeOf({ how, reason, result }) {
  if (how === "unkept") return { trouble: reason };
  if (how === "sent" && result.outcome !== "applied") return { trouble: "refused", message: result.message };
  return { trouble: null };
}
