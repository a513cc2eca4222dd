/**
 * `<mo-rsvp event="…">`: saying whether one comes, and what became of it. All wording stands in the page
 * (templates/rsvps/); `standing.js` says which of it is true. On cards it has no form and only shows.
 */
import { settle } from "../offline/hands.js";
import { dismiss } from "../offline/outbox.js";
import { save } from "../offline/save.js";
import { Shown } from "../offline/shown.js";
import { refresh } from "../offline/view.js";
import { count, fill, show } from "../offline/words.js";
import { checkForm, fillForm, markField, readForm } from "./form.js";
import { standing, wordsOf } from "./standing.js";

const NO_NEEDS = { interpreting: null, children: 0, step_free: false };
const NEW = { party: 1, needs: NO_NEEDS };
const LONGEST_WAIT = 2 ** 31 - 1; // setTimeout's limit

class MoRsvp extends Shown {
  /** @type {any} how things stand */
  #now;
  /** She has typed or chosen something that is not said yet: then nothing else may fill the form. */
  #draft = false;
  /** Why it is nowhere, or was refused where it could not be kept: {reason, message}. */
  #trouble = null;
  #timer;

  connectedCallback() {
    this.addEventListener("click", this.#click);
    this.addEventListener("input", this.#input);
    this.addEventListener("submit", this.#submit);
    super.connectedCallback();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  render(view) {
    const now = Date.now() + view.offset;
    this.#now = standing(view, this.#facts(), now);
    this.#wakeAt(now);
    const { said, number, confirmed, taken, free, queue, refused } = this.#now;
    if (this.#form && !this.#draft) fillForm(this.#form, said ?? NEW);
    fill(this, { number, reason: refused?.result?.message ?? this.#trouble?.message });
    for (const [name, value] of Object.entries({ said: said?.party, confirmed, taken, free, queue }))
      {count(this, name, value ?? 0);}
    this.#choose();
  }

  /** What depends on the form, too: the words that are true, what the button says, and which one is pressed. */
  #choose() {
    const words = wordsOf(this.#now);
    if (this.#draft) words.push("draft");
    if (this.#trouble) words.push("trouble", `trouble-${this.#trouble.reason}`);
    show(this, ...words);
    count(this, "party", Number(this.#form?.elements.party.value) || 1);
    const going = this.#draft ? undefined : this.#now.said?.going;
    for (const button of this.querySelectorAll("[data-say]"))
      {button.setAttribute("aria-pressed", String(going === (button.dataset.say === "going")));}
  }

  #submit = (event) => {
    event.preventDefault();
    if (checkForm(this.#form)) this.#say({ going: true, ...readForm(this.#form) });
  };

  #input = () => {
    this.#draft = true;
    for (const field of this.#form.querySelectorAll("[aria-invalid]")) markField(field);
    this.#choose();
  };

  #click = (event) => {
    const act = event.target.closest("button")?.dataset.act;
    if (act === "decline") this.#say({ going: false, party: this.#now.said?.party ?? 1, needs: NO_NEEDS });
    if (act === "again") this.#say(this.#now.refused.payload);
    if (act === "read") this.#read();
  };

  async #say({ going, party, needs }) {
    const { base, refused } = this.#now;
    const saved = await save("rsvp.set", { event: this.#event, going, party, needs, base });
    this.#trouble = troubleOf(saved);
    this.#draft = this.#trouble !== null;
    if (this.#form && !this.#draft) settle(this.#form);
    if (refused && saved.how !== "unkept") await dismiss(refused.id);
    await refresh();
  }

  async #read() {
    this.#trouble = null;
    if (this.#now.refused) await dismiss(this.#now.refused.id);
    await refresh();
  }

  get #form() {
    return this.querySelector("form");
  }

  get #event() {
    return this.getAttribute("event");
  }

  #facts() {
    const { capacity, closes, ends, cancelled } = this.dataset;
    return {
      event: this.#event,
      capacity: capacity === undefined ? null : Number(capacity),
      closes: Date.parse(closes),
      ends: Date.parse(ends),
      cancelled: cancelled !== undefined,
    };
  }

  /** RSVPs close and events end while the page is open. */
  #wakeAt(now) {
    clearTimeout(this.#timer);
    const { closes, ends } = this.#facts();
    const wait = Math.min(...[closes, ends].filter((at) => at > now)) - now;
    if (wait < LONGEST_WAIT) this.#timer = setTimeout(refresh, wait + 1);
  }
}

function troubleOf(saved) {
  if (saved.how === "unkept") return { reason: saved.reason };
  if (saved.how === "sent" && saved.result.outcome !== "applied")
    {return { reason: "refused", message: saved.result.message };}
  return null;
}

customElements.define("mo-rsvp", MoRsvp);
