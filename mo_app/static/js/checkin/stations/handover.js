/**
 * `<mo-handover>`: this device is about to be somebody else's. Shows "sent" and what stands there only when everything
 * that was done here has been sent, and what was refused has been read; else "unsent", with the count of it and a way to
 * try, or "unread".
 */
import { isOpen, isUnread } from "../../offline/outbox.js";
import { Shown } from "../../offline/shown.js";
import { count, show } from "../../offline/words.js";
import { tryNow } from "./trying.js";

class Handover extends Shown {
  #view;
  #tried = "";

  connectedCallback() {
    this.addEventListener("click", this.#click);
    super.connectedCallback();
  }

  render(view) {
    this.#view = view;
    const unsent = view.entries.filter(isOpen).length;
    count(this, "unsent", unsent);
    show(this, unsent ? "unsent" : view.entries.some(isUnread) ? "unread" : "sent", this.#tried);
  }

  #click = ({ target }) => {
    if (target.closest("[data-action=try]")) tryNow((word) => this.#say(word));
  };

  #say(word) {
    this.#tried = word;
    this.render(this.#view);
  }
}

customElements.define("mo-handover", Handover);
