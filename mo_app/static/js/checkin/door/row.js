/** One line of the list: writes only what is another than before. */
import { count, fill, moment, show } from "../../offline/words.js";

const STATES = { w: "waiting", d: "declined", "": "unregistered", "walk-in": "walk-in" };

export class Row {
  #said = "";

  /** @param {HTMLTemplateElement} template */
  constructor(template, subject) {
    this.element = /** @type {HTMLElement} */ (template.content.firstElementChild.cloneNode(true));
    this.element.dataset.id = subject;
    this.guest = this.element.querySelector("mo-guest");
  }

  /**
   * @param {import("./guests.js").Guest} guest
   * @param {{present?: import("./presence.js").Present, place: {word: string, tablet: string}, unsent: boolean, now: number}} standing
   */
  draw(guest, { present, place, unsent, now }) {
    const { name, organisation, state, needs } = guest;
    const number = present?.heads ?? guest.party;
    const said = [name, organisation, state, needs, number, present?.at, place.word, place.tablet, unsent].join("\n");
    if (said === this.#said) return;
    this.#said = said;
    fill(this.guest, { name, organisation, tablet: place.tablet });
    count(this.guest, "party", number);
    if (present) moment(this.guest, "since", present.at, now);
    const words = [STATES[state], needs && "needs", number > 1 && "several", unsent && "unsent"].filter(Boolean);
    if (present) words.push("here", place.word);
    show(this.guest, ...words);
    this.guest.classList.toggle("is-here", present !== undefined);
  }
}
