/** As many rows as are looked at: each is drawn once and follows its guest, wherever that stands. */
import { arrange } from "../../offline/items.js";
import { Row } from "./row.js";

const PORTION = 24;

export class List {
  most = PORTION;
  /** @type {Map<string, Row>} */
  #rows = new Map();
  #shown = "";

  /** From the top: something else is looked for. */
  restart() {
    this.most = PORTION;
  }

  more() {
    this.most += PORTION;
  }

  /**
   * @param {Element} root
   * @param {import("./guests.js").Guest[]} guests
   * @param {(guest: import("./guests.js").Guest) => any} standing  see row.js
   */
  draw(root, guests, standing) {
    const template = root.querySelector("template[data-row]");
    const drawn = guests.slice(0, this.most).map((guest) => this.#row(template, guest, standing(guest)));
    const shown = drawn.map(({ element }) => element.dataset.id).join();
    if (shown !== this.#shown) arrange(root.querySelector("[data-list=guests]"), drawn.map(({ element }) => element));
    this.#shown = shown;
  }

  #row(template, guest, standing) {
    if (!this.#rows.has(guest.subject)) this.#rows.set(guest.subject, new Row(template, guest.subject));
    const row = this.#rows.get(guest.subject);
    row.draw(guest, standing);
    return row;
  }
}
