/** `<mo-storage>`: whether the browser may throw away what is kept here when space gets short. */
import { show } from "./words.js";

class Storage extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this.#click);
    this.#render();
  }

  async #render() {
    const persisted = await navigator.storage?.persisted?.().catch(() => false);
    show(this, persisted ? "persisted" : navigator.storage?.persist ? "asking" : "best-effort");
  }

  #click = async ({ target }) => {
    if (!target.closest("[data-action=persist]")) return;
    const granted = await navigator.storage.persist();
    show(this, granted ? "persisted" : "refused");
  };
}

customElements.define("mo-storage", Storage);
