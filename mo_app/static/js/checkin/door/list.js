/** As many rows as are looked at: each is drawn once and follows its guest, wherever that stands. */
import { arrange } from "../../offline/items.js";
import { Pieces, Row } from "./row.js";

const FIRST = 6; // what one sees at once, above a keyboard; the others follow in the frame after
const PORTION = 24;

export class List {
  most = PORTION;
  /** @type {Map<string, Row>} */
  #rows = new Map();
  #pieces;
  #shown = "";
  #after;

  /** From the top: something else is looked for. */
  restart() {
    this.most = FIRST;
  }

  hasMore({ length }) {
    return length > Math.max(this.most, PORTION);
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
    cancelAnimationFrame(this.#after);
    this.#pieces ??= new Pieces(root);
    const drawn = guests.slice(0, this.most).map((guest) => this.#row(guest, standing(guest)));
    for (const [number, { element }] of drawn.entries()) if (element.classList.contains("is-far") !== number >= PORTION) element.classList.toggle("is-far");
    const shown = drawn.map(({ element }) => element.dataset.id).join();
    if (shown !== this.#shown) arrange(root.querySelector("[data-list=guests]"), drawn.map(({ element }) => element));
    this.#shown = shown;
    if (this.most < PORTION) this.#drawAfter(root, guests, standing);
  }

  #drawAfter(...what) {
    this.#after = requestAnimationFrame(() => {
      this.#after = requestAnimationFrame(() => {
        this.most = PORTION;
        this.draw(...what);
      });
    });
  }

  #row(guest, standing) {
    if (!this.#rows.has(guest.subject)) this.#rows.set(guest.subject, new Row(this.#pieces, guest.subject));
    const row = this.#rows.get(guest.subject);
    row.draw(guest, standing);
    return row;
  }
}
