/** One line of the list: writes only what is another than before, for hundreds are drawn between two frames. */
import { count, fill, moment } from "../../offline/words.js";

const STATES = { w: "waiting", d: "declined", "": "unregistered", "walk-in": "walk-in" };

/** What rows are made of, in the page. */
export class Pieces {
  /** @param {Element} root */
  constructor(root) {
    this.row = root.querySelector("template[data-row]").content.firstElementChild;
    const facts = root.querySelector("template[data-facts]").content.children;
    this.facts = new Map([...facts].map((fact) => [fact.dataset.fact, fact]));
  }

  fact(word) {
    return this.facts.get(word).cloneNode(true);
  }
}

export class Row {
  #said = "";
  #facts = "";
  #place = "";

  /** @param {Pieces} pieces */
  constructor(pieces, subject) {
    this.pieces = pieces;
    this.element = pieces.row.cloneNode(true);
    this.element.dataset.id = subject;
    const part = (name) => this.element.querySelector(`.guest-${name}`);
    this.guest = this.element.querySelector("mo-guest");
    [this.name, this.organisation] = this.element.querySelectorAll("bdi");
    [this.mark, this.since, this.facts] = [part("mark"), part("since"), part("facts")];
  }

  /**
   * @param {import("./guests.js").Guest} guest
   * @param {{present?: import("./presence.js").Present, place: {word: string, tablet: string}, unsent: boolean, now: number}} standing
   */
  draw({ name, organisation, state, needs, party }, { present, place, unsent, now }) {
    const said = `${name}\n${organisation}`;
    if (said !== this.#said) [this.name.textContent, this.organisation.textContent] = [name, organisation];
    this.#said = said;
    this.#drawPlace(present, place, unsent, now);
    this.#drawFacts([STATES[state], needs && "needs"], present?.heads ?? party);
  }

  /** On one line that is always there, so that no row grows when it is tapped. */
  #drawPlace(present, { word, tablet }, unsent, now) {
    const place = present ? `${present.at} ${word} ${tablet} ${unsent}` : "";
    if (place === this.#place) return;
    this.#place = place;
    this.guest.classList.toggle("is-here", present !== undefined);
    this.mark.replaceChildren(...(present ? [this.pieces.fact("here")] : []));
    const words = present ? [word, ...(unsent ? ["unsent"] : [])] : [];
    this.since.replaceChildren(...words.map((each) => this.pieces.fact(each)));
    if (!present) return;
    fill(this.since, { tablet });
    moment(this.since, "since", present.at, now);
  }

  #drawFacts(words, number) {
    const facts = [...words, number > 1 && "several"].filter(Boolean);
    const said = `${facts} ${number}`;
    if (said === this.#facts) return;
    this.#facts = said;
    this.facts.replaceChildren(...facts.map((word) => this.pieces.fact(word)));
    if (number > 1) count(this.facts, "party", number);
  }
}
