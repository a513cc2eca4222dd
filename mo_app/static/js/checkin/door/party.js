/** How many came: the dialog asks, with the number proposed that was said; of somebody who is here it corrects it. */
import { settle } from "../../offline/hands.js";
import { count, fill, moment, show } from "../../offline/words.js";
import { countRight, markField, unmark } from "./fields.js";

export class Party {
  /** What is true of whom it asks about, whatever is chosen. */
  #words = [];
  /** How many are here so far. */
  #heads;

  /** @param {HTMLDialogElement} dialog */
  constructor(dialog) {
    this.dialog = dialog;
    this.form = dialog.querySelector("form");
    this.form.addEventListener("input", () => this.#chosen());
    dialog.addEventListener("close", () => settle(this.form));
  }

  get number() {
    return Number(this.form.elements.party.value);
  }

  /** @returns {boolean} whether the number can be taken; else it says what is wrong */
  check() {
    const right = markField(this.form.elements.party);
    if (!right) this.form.elements.party.focus();
    return right;
  }

  ask(guest, { present, place, now }) {
    const { name, organisation, party, state } = guest;
    fill(this.dialog, { name, organisation, tablet: place.tablet });
    count(this.dialog, "party", party);
    count(this.dialog, "heads", present?.heads ?? party);
    if (present) moment(this.dialog, "since", present.at, now);
    this.#heads = present?.heads;
    this.#words = [present ? "here" : "new", state === "w" && !present ? "waiting" : ""];
    this.form.elements.party.value = String(present?.heads ?? party);
    unmark(this.form);
    this.#chosen();
    this.dialog.showModal();
  }

  close() {
    this.dialog.close();
  }

  #chosen() {
    const isAnother = this.#heads !== undefined && this.number !== this.#heads;
    countRight(this.dialog, "chosen", this.form.elements.party);
    show(this.dialog, ...this.#words, isAnother ? "changed" : "");
    if (this.form.elements.party.hasAttribute("aria-invalid")) markField(this.form.elements.party);
  }
}
