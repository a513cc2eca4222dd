/**
 * `<mo-share data-title data-text data-url>`: hands a thing on by the device's own sheet (Web Share), else by the
 * clipboard, else shows the text for copying by hand. Shows its `[data-when]` of: copied, by-hand.
 */
class Share extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this);
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
  }

  handleEvent(event) {
    if (event.target.closest("[data-action=share]")) this.#share();
  }

  async #share() {
    const { title, text } = this.dataset;
    const url = new URL(this.dataset.url, location.href).href;
    this.#show(null);
    try {
      if (navigator.share) await navigator.share({ title, text, url });
      else await this.#copy(`${text}\n${url}`);
    } catch (error) {
      if (error.name !== "AbortError") await this.#copy(`${text}\n${url}`);
    }
  }

  async #copy(words) {
    try {
      await navigator.clipboard.writeText(words);
      this.#show("copied");
    } catch {
      this.#show("by-hand");
      const field = this.querySelector("textarea");
      field.value = words;
      field.select();
    }
  }

  #show(state) {
    for (const child of this.querySelectorAll("[data-when]")) child.hidden = child.dataset.when !== state;
  }
}

customElements.define("mo-share", Share);
