/**
 * `<mo-door>`: who might come, who is here, and checking them in. All wording stands in the page (templates/checkin/); what
 * is shown follows from two documents, from what is not sent yet, and from what was tapped this very moment.
 */
import { Shown } from "../../offline/shown.js";
import { Acts } from "./acts.js";
import { Asking } from "./asking.js";
import { drawCounter, drawOthers } from "./counter.js";
import { Doings } from "./doing.js";
import { drawEvent } from "./event.js";
import { factsOf } from "./facts.js";
import { afterFrame } from "./frames.js";
import { Hands } from "./hands.js";
import { Last } from "./last.js";
import { Party } from "./party.js";
import { nameRefused } from "./refused.js";
import { Roster } from "./roster.js";
import { Standing } from "./standing.js";
import { WalkIn } from "./walk-in.js";

class MoDoor extends Shown {
  #view;
  #facts;
  #doings = new Doings({ event: () => this.#facts.event, paper: () => this.#facts.paper, changed: () => this.#drawSoon() });
  #acts = new Acts(this.#doings);
  #last = new Last();
  #asking = new Asking(() => this.#draw());
  /** @type {Standing} */
  #now;
  /** Whom the dialog asks about. */
  #asked;
  /** Of everybody who ever stood on the list: somebody may be refused for being gone. */
  #names = new Map();
  #isDrawing = false;

  connectedCallback() {
    this.roster = new Roster(this);
    this.party = new Party(this.querySelector("#door-party"));
    this.walkIn = new WalkIn(this.querySelector("#door-walk-in"));
    this.hands ??= new Hands(this);
    this.hands.start();
    super.connectedCallback();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.hands.stop();
  }

  render(view) {
    this.#view = view;
    this.#facts = factsOf(view, location);
    this.#asking.ask(this.#facts, view);
    this.hands.whenFree(() => this.#draw());
  }

  /** Somebody tapped a row, or showed a pass. */
  meet(subject, how) {
    const guest = this.#now?.find(subject);
    if (!guest) return;
    const { present, place } = this.#now.of(guest);
    if (present && how === "pass") this.#say({ word: "already", guest, heads: present.heads, present, place }, how);
    else if (present || guest.party > 1) this.#askNumber(guest, how);
    else this.#say(this.#acts.checkIn(guest, 1, how), how);
  }

  showPass(code) {
    const guest = this.#now?.guests.find((each) => each.code && each.code === code);
    if (guest) this.meet(guest.subject, "pass");
    else this.#say({ word: "unknown" }, "pass");
  }

  /** The dialog was answered. */
  answerNumber() {
    if (!this.party.check()) return;
    const { guest, how } = this.#asked;
    const present = this.#now.present.get(guest.subject);
    const { number } = this.party;
    this.party.close();
    if (!present) this.#say(this.#acts.checkIn(guest, number, how), how);
    else if (present.heads !== number) this.#say(this.#acts.correct(guest, present, number, this.#now.parties), how);
  }

  undoAsked() {
    const { guest, how } = this.#asked;
    const present = this.#now.present.get(guest.subject);
    this.party.close();
    if (present) this.#say(this.#acts.undo(guest, present), how);
  }

  askWalkIn() {
    const { guests } = this.#now;
    this.walkIn.ask({ guests, organisations: this.#facts.roster.organisations, name: this.roster.found.length ? "" : this.roster.typed.trim() });
  }

  answerWalkIn() {
    const said = this.walkIn.read();
    if (!said) return;
    this.walkIn.close();
    this.#say(this.#acts.walkIn(said, this.#facts.roster.organisations), "tap");
  }

  goBack() {
    if (this.#last.back) this.#say(this.#last.back(), "tap");
  }

  otherNumber() {
    if (this.#last.guest) this.#askNumber(this.#last.guest, "tap");
  }

  read() {
    this.#last.read();
    this.#drawSoon();
  }

  #askNumber(guest, how) {
    this.#asked = { guest, how };
    this.party.ask(guest, this.#now.of(guest));
  }

  #say(act, how) {
    this.#last.say(act, { large: how === "pass", changed: () => this.#drawSoon() });
  }

  /** Once, when everything is said that this tap says: the mark first, the words about it in the frame after. */
  #drawSoon() {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    queueMicrotask(() => {
      this.#drawList();
      afterFrame().then(() => this.#drawWords());
    });
  }

  #draw() {
    const { roster, tablets, me } = this.#facts;
    drawEvent(this.#part("event"), this.#facts, { now: this.#clock(), heard: this.#asking.heard });
    this.#part("open").hidden = !roster;
    if (!roster) return;
    this.#drawList();
    this.#drawWords();
    drawOthers(this.#part("others"), (tablets?.stations ?? []).filter(([id]) => id !== me), this.#clock());
    afterFrame().then(() => nameRefused(this.#view, ({ payload: { person, name } }) => name ?? this.#names.get(person)));
  }

  #drawList() {
    this.#isDrawing = false;
    if (!this.#facts.roster) return;
    const before = this.#now?.guests;
    this.#now = new Standing(this.#facts, this.#doings.operations(this.#view), this.#clock());
    if (before !== this.#now.guests) for (const { id, name } of this.#now.guests) this.#names.set(id, name);
    this.roster.draw(this.#now);
  }

  #drawWords() {
    if (!this.#now) return;
    const { presence, guests, present } = this.#now;
    const refused = this.#view.entries.filter(({ status }) => status === "rejected").length;
    const unsent = this.#view.unsent.length + this.#doings.hopes(this.#view).length;
    drawCounter(this.#part("counter"), presence, guests, { unsent, refused });
    const door = { namesOf: (ids) => this.#doings.namesOf(ids), present };
    this.#last.draw(this.#part("last"), { view: this.#view, door, now: this.#clock() });
  }

  /** By the server's clock. */
  #clock() {
    return Date.now() + this.#view.offset;
  }

  #part(name) {
    return this.querySelector(`[data-part=${name}]`);
  }
}

customElements.define("mo-door", MoDoor);
