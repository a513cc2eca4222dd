/** Somebody whom the list does not know: name, organisation, how many, and their consent. */
import { settle } from "../../offline/hands.js";
import { fill, show } from "../../offline/words.js";
import { countRight, markField, unmark } from "./fields.js";
import { found } from "./guests.js";

const FIELDS = ["name", "party", "consent"];
const ENOUGH_LETTERS = 2;
const MOST_LISTED = 3;

export class WalkIn {
  /** @param {HTMLDialogElement} dialog */
  constructor(dialog) {
    this.dialog = dialog;
    this.form = dialog.querySelector("form");
    this.form.addEventListener("input", ({ target }) => this.#changed(target));
    dialog.addEventListener("close", () => settle(this.form));
  }

  /**
   * @param {{guests: import("./guests.js").Guest[], organisations: Record<string, string>, name: string}} known  `name`: that
   *   was searched for and not found
   */
  ask({ guests, organisations, name }) {
    this.guests = guests;
    this.organisations = organisations;
    this.form.reset();
    unmark(this.form);
    this.form.elements.name.value = name;
    this.#offer();
    this.#changed(this.form.elements.name);
    this.dialog.showModal();
  }

  /** @returns {null | {name: string, organisation: string|null, organisation_text: string, party: number}} null: something is to be mended, and said so */
  read() {
    const { elements } = this.form;
    elements.name.value = elements.name.value.trim();
    const wrong = FIELDS.map((name) => elements[name]).filter((field) => !markField(field));
    wrong[0]?.focus();
    if (wrong.length) return null;
    const typed = elements.organisation.value.trim();
    const known = Object.entries(this.organisations).find(([, name]) => alike(name) === alike(typed));
    return {
      name: elements.name.value,
      organisation: typed && known ? known[0] : null,
      organisation_text: known ? "" : typed,
      party: Number(elements.party.value),
    };
  }

  close() {
    this.dialog.close();
  }

  #offer() {
    const options = Object.values(this.organisations).map((name) => Object.assign(document.createElement("option"), { value: name }));
    this.dialog.querySelector("[data-list=organisations]").replaceChildren(...options);
  }

  #changed(field) {
    if (field.hasAttribute("aria-invalid")) markField(field);
    countRight(this.form, "chosen", this.form.elements.party);
    if (field.name === "name") this.#compare(field.value.trim());
  }

  /** Whoever is on the list already need not be written down. */
  #compare(typed) {
    const listed = typed.length < ENOUGH_LETTERS ? [] : found(this.guests, typed).slice(0, MOST_LISTED);
    const template = this.dialog.querySelector("template[data-listed]");
    const buttons = listed.map(({ subject, name }) => {
      const button = template.content.firstElementChild.cloneNode(true);
      button.dataset.subject = subject;
      fill(button, { name });
      return button;
    });
    this.dialog.querySelector("[data-list=listed]").replaceChildren(...buttons);
    show(this.form, listed.length ? "listed" : "");
  }
}

const alike = (text) => text.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
