/**
 * `<mo-here event="…">`: checking oneself in, for who came by the code at the door. `arriving.js` says how things stand,
 * the page has the words for it.
 */
import { remember } from "../accounts/back.js";
import { settle } from "../offline/hands.js";
import { keepFocus } from "../offline/items.js";
import { dismiss } from "../offline/outbox.js";
import { save } from "../offline/save.js";
import { Shown } from "../offline/shown.js";
import { refresh } from "../offline/view.js";
import { count, fill, show } from "../offline/words.js";
import { arriving, codeIn } from "./arriving.js";
import { troubleOf } from "./trouble.js";

const LONGEST_WAIT = 2 ** 31 - 1; // setTimeout's limit

class MoHere extends Shown {
  #now;
  #draft = false;
  #trouble = null;
  #timer;

  connectedCallback() {
    this.addEventListener("submit", this.#submit);
    this.addEventListener("click", this.#click);
    this.addEventListener("input", this.#input);
    addEventListener("hashchange", refresh);
    super.connectedCallback();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("hashchange", refresh);
    clearTimeout(this.#timer);
  }

  render(view) {
    const now = Date.now() + view.offset;
    const { opens, closes } = this.dataset;
    const facts = { event: this.#event, opens: Date.parse(opens), closes: Date.parse(closes) };
    this.#now = arriving(view, facts, now);
    this.#wakeAt([facts.opens, facts.closes], now);
    keepFocus(this, () => this.#render(codeIn(location.hash) !== null));
  }

  #render(here) {
    const { word, party, said, refused } = this.#now;
    if (!this.#draft) this.#field.value = String(party);
    count(this, "party", Number(this.#field.value) || 1);
    count(this, "said", said ?? 1);
    fill(this, { reason: refused?.result?.message ?? this.#trouble?.message });
    const trouble = this.#trouble && ["trouble", `trouble-${this.#trouble.reason}`];
    show(this, ...(here ? ["here", word, refused && "refused", ...(trouble ?? [])] : []));
  }

  #submit = async (event) => {
    event.preventDefault();
    const field = this.#field;
    if (!field.checkValidity()) return field.focus();
    const before = this.#now.refused;
    const payload = { event: this.#event, code: codeIn(location.hash), party: Number(field.value) };
    const saved = await save("checkin.self", payload);
    this.#trouble = troubleOf(saved);
    this.#draft = this.#trouble !== null;
    if (!this.#draft) settle(event.target);
    if (before && saved.how !== "unkept") await dismiss(before.id);
    await refresh();
  };

  #input = () => {
    this.#draft = true;
    count(this, "party", Number(this.#field.value) || 1);
  };

  #click = async ({ target }) => {
    const act = target.closest("[data-act]")?.dataset.act;
    if (act === "sign-in") remember(location.pathname + location.hash);
    if (act !== "read") return;
    this.#trouble = null;
    if (this.#now.refused) await dismiss(this.#now.refused.id);
    await refresh();
  };

  get #event() {
    return this.getAttribute("event");
  }

  get #field() {
    return this.querySelector("form").elements.party;
  }

  /** The door opens and closes while the page is open. */
  #wakeAt(moments, now) {
    clearTimeout(this.#timer);
    const wait = Math.min(...moments.filter((at) => at >= now)) - now;
    if (wait < LONGEST_WAIT) this.#timer = setTimeout(refresh, wait + 1);
  }
}

customElements.define("mo-here", MoHere);
