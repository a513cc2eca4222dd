/** `<mo-pass>`: the pass of whoever is here, out of what the server said last, and getting another one. */
import { keepFocus } from "../offline/items.js";
import { dismiss } from "../offline/outbox.js";
import { save } from "../offline/save.js";
import { Shown } from "../offline/shown.js";
import { refresh } from "../offline/view.js";
import { fill, show } from "../offline/words.js";
import { troubleOf } from "./trouble.js";

const KIND = "pass.renew";

class MoPass extends Shown {
  #trouble = null;
  /** What this page has seen pending: only then it is news that it went well. */
  #asked = new Set();
  #refused;
  #light = null;

  connectedCallback() {
    this.addEventListener("click", this.#click);
    document.addEventListener("visibilitychange", this.#stayBright);
    super.connectedCallback();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener("visibilitychange", this.#stayBright);
    this.#light?.release().catch(() => {});
  }

  render(view) {
    keepFocus(this, () => this.#render(view));
    this.#stayBright();
  }

  #render(view) {
    const { pass, person } = view.mine ?? {};
    const entries = view.entries.filter(({ kind }) => kind === KIND);
    const pending = entries.filter(({ status }) => status === "pending" || status === "deferred");
    const renewed = entries.some(({ id, status }) => status === "applied" && this.#asked.has(id));
    for (const { id } of pending) this.#asked.add(id);
    this.#refused = entries.findLast(({ status }) => status === "rejected");
    const image = this.querySelector("[data-image=qr]");
    if (pass && image.getAttribute("src") !== pass.qr) image.src = pass.qr;
    fill(this, { name: person?.name, organisation: person?.organisation?.name });
    fill(this, { reason: this.#refused?.result?.message ?? this.#trouble?.message });
    show(
      this,
      view.mine ? (pass ? "pass" : "none") : "unknown",
      person?.organisation && "organisation",
      pass && !pending.length && "renewable",
      pending.length > 0 && "pending",
      renewed && !pending.length && "renewed",
      this.#refused && "refused",
      this.#trouble && "trouble",
      this.#trouble && `trouble-${this.#trouble.reason}`,
    );
  }

  #click = async ({ target }) => {
    const act = target.closest("button")?.dataset.act;
    if (act === "renew") this.#trouble = troubleOf(await save(KIND, {}));
    if (act === "read") {
      this.#trouble = null;
      if (this.#refused) await dismiss(this.#refused.id);
    }
    if (act) await refresh();
  };

  /** Nobody wants to wake the phone again and again while she waits in the queue; a browser may refuse. */
  #stayBright = async () => {
    const shown = this.isConnected && document.visibilityState === "visible" && this.querySelector(".pass:not([hidden])");
    if (!shown || (this.#light && !this.#light.released)) return;
    this.#light = await navigator.wakeLock?.request("screen").catch(() => null);
  };
}

customElements.define("mo-pass", MoPass);
