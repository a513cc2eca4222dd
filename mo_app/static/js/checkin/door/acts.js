/**
 * What somebody at the door can do about a guest, each with the way back.
 *
 * @typedef {object} Act
 * @property {"checked-in"|"corrected"|"taken-back"} word
 * @property {import("./guests.js").Guest} guest
 * @property {number} heads
 * @property {string[]} ids  of the operations
 * @property {Promise<import("./doing.js").Outcome>} done  once all of them are kept, or one is not
 * @property {() => Act} back
 */
import { guestOfWalkIn } from "./guests.js";

export class Acts {
  /** @param {import("./doing.js").Doings} doings */
  constructor(doings) {
    this.doings = doings;
  }

  /** @returns {Act} */
  checkIn(guest, party, how) {
    const doing = guest.state === "walk-in" ? this.doings.walkIn(saidBy(guest, party)) : this.doings.checkIn(guest.id, party, how);
    return this.#act("checked-in", guest, party, [doing], () => this.#takeBack(guest, party, [doing.id], how));
  }

  /** @returns {Act} */
  walkIn({ name, organisation, organisation_text, party }, organisations) {
    const said = { name, organisation, organisation_text, party };
    return this.checkIn(guestOfWalkIn({ id: "new", ...said }, organisations), party, "tap");
  }

  /** Not here after all, whoever checked them in. @returns {Act} */
  undo(guest, { heads, scans, walk_ins }) {
    return this.#takeBack(guest, heads, [...scans, ...walk_ins], "tap");
  }

  /** Another number came. @returns {Act} */
  correct(guest, present, party, parties) {
    const doings = guest.state === "walk-in" ? this.#again(guest, present, party) : this.#toNumber(guest, present, party, parties);
    const ids = doings.map(({ id }) => id);
    const after = () => ({ ...present, heads: party, scans: ids.slice(-1), walk_ins: [] });
    return this.#act("corrected", guest, party, doings, () => this.correct(guest, after(), present.heads, new Map([[ids.at(-1), party]])));
  }

  /** The largest number holds: smaller ones stay as they are, larger ones go. */
  #toNumber(guest, { heads, scans, walk_ins }, party, parties) {
    const all = [...scans, ...walk_ins];
    const gone = party < heads ? all.filter((id) => parties.get(id) > party) : [];
    const holds = all.some((id) => parties.get(id) === party);
    return [...gone.map((id) => this.doings.undo(id)), ...(holds ? [] : [this.doings.checkIn(guest.id, party, "tap")])];
  }

  /** What was said of a walk-in is said anew. */
  #again(guest, { scans, walk_ins }, party) {
    const gone = [...scans, ...walk_ins].map((id) => this.doings.undo(id));
    return [...gone, this.doings.walkIn(saidBy(guest, party))];
  }

  #takeBack(guest, heads, ids, how) {
    const doings = ids.map((id) => this.doings.undo(id));
    return this.#act("taken-back", guest, heads, doings, () => this.checkIn(guest, heads, how));
  }

  #act(word, guest, heads, doings, back) {
    const all = Promise.all(doings.map(({ done }) => done));
    const done = all.then((outcomes) => outcomes.find(({ trouble }) => trouble) ?? { trouble: null });
    return { word, guest, heads, ids: doings.map(({ id }) => id), done, back };
  }
}

const saidBy = ({ name, organisationId, organisation }, party) => (
  { name, organisation: organisationId, organisation_text: organisationId ? "" : organisation, party }
);
