/**
 * <mo-passkey data-ceremony="create|get" data-options="…" data-answer="…" [data-autofill]>
 *
 * Makes or uses a passkey when its form is sent. `data-options` is asked for what the passkey must sign, with what
 * the form says; `data-answer` gets the passkey's answer, and says where to go. With `data-autofill` the passkeys are
 * offered in the form's field as well, where the browser can do that.
 *
 * Shows by `data-when`: working, cancelled, known, wrong-site, unsupported, unsuitable, offline, failed; refused with
 * the server's sentence in the slot `reason`; clock beside any of them; autofill while that is on offer. Its buttons
 * come disabled, for without this module a click would send the form as it is.
 */
import { fill, show } from "../offline/words.js";
import { ask, Refusal, Unreachable } from "./ask.js";
import { create, forget, get, offersAutofill, supported } from "./credentials.js";
import { mark } from "./fields.js";

const OFFER_LASTS = 240_000; // milliseconds; less than the server's challenge does
const CEREMONIES = { create, get };
const WORDS = {
  NotAllowedError: "cancelled",
  InvalidStateError: "known",
  SecurityError: "wrong-site",
  NotSupportedError: "unsuitable",
  ConstraintError: "unsuitable",
};

class Passkey extends HTMLElement {
  #running = new AbortController();
  #renewal;
  #offered = false;
  #busy = false;
  #clockWrong = false;

  connectedCallback() {
    if (!supported()) return this.#say("unsupported");
    this.addEventListener("submit", this);
    for (const button of this.querySelectorAll("button")) button.disabled = false;
    this.#offer();
  }

  disconnectedCallback() {
    clearTimeout(this.#renewal);
    this.#running.abort();
  }

  async handleEvent(event) {
    event.preventDefault();
    if (this.#busy) return;
    this.#busy = true;
    mark(event.target, {});
    this.#say("working");
    await this.#run({ form: event.target });
    this.#busy = false;
  }

  /** Passkeys in the field's own menu, for as long as the page is open. */
  async #offer() {
    if (!("autofill" in this.dataset) || !(await offersAutofill())) return;
    if (!this.#offered) show(this, "autofill");
    this.#offered = true;
    this.#run({ mediation: "conditional" });
    this.#renewal = setTimeout(() => this.#offer(), OFFER_LASTS);
  }

  /** One ceremony; a later one takes its place. */
  async #run({ form, mediation }) {
    clearTimeout(this.#renewal);
    this.#running.abort();
    const { signal } = (this.#running = new AbortController());
    try {
      await this.#perform(form ? Object.fromEntries(new FormData(form)) : {}, { signal, mediation });
    } catch (error) {
      if (signal.aborted || !(form || error instanceof Refusal)) return; // what nobody asked for fails in silence
      this.#explain(error, form);
      this.#offer();
    }
  }

  async #perform(content, { signal, mediation }) {
    const { body: options, clockWrong } = await ask(this.dataset.options, content);
    this.#clockWrong = clockWrong;
    const credential = await CEREMONIES[this.dataset.ceremony](options, { signal, mediation });
    this.#say("working");
    const { body } = await ask(this.dataset.answer, credential).catch((error) => {
      if (error.code === "passkey_unknown") forget(options.rpId, credential.id);
      throw error;
    });
    window.location.assign(body.location);
  }

  #explain(error, form) {
    if (error instanceof Unreachable) return this.#say("offline");
    if (!(error instanceof Refusal)) return this.#say(WORDS[error.name] ?? "failed");
    if (form && mark(form, error.fields)) return this.#say();
    fill(this, { reason: error.message });
    this.#say("refused");
  }

  #say(...words) {
    show(this, ...words, this.#offered && "autofill", words.length > 0 && this.#clockWrong && "clock");
  }
}

customElements.define("mo-passkey", Passkey);
