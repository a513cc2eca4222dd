/**
 * `<mo-sign-out>`: clears this device of whoever is here. If something is unsent it asks first: send it now, save it
 * as a file, delete it, or stay. Works offline: the server is told with the next exchange.
 */
import { settle } from "./hands.js";
import { exportFile, isUnsent, list } from "./outbox.js";
import { signOut } from "./people.js";
import { pulse } from "./pulse.js";
import { hand } from "./saving.js";
import { Shown } from "./shown.js";
import { CannotKeep } from "./store.js";
import { count, show } from "./words.js";

const MOST_WAIT = 4_000;

class SignOut extends Shown {
  /** "asked", "sending", "not-sent" or "filed". */
  #stage = "asked";
  #person = "guest";

  connectedCallback() {
    this.addEventListener("submit", this.#submit);
    this.addEventListener("click", this.#click);
    super.connectedCallback();
  }

  get #form() {
    return this.querySelector("form");
  }

  get #dialog() {
    return this.querySelector("dialog");
  }

  render(view) {
    count(this, "unsent", view.unsent.length);
    this.#person = view.person ? "person" : "guest";
    this.#reach(this.#stage);
  }

  #reach(stage) {
    this.#stage = stage;
    show(this, this.#person, stage);
  }

  #submit = async (event) => {
    if (event.target !== this.#form) return; // the dialog's own
    event.preventDefault();
    settle(this.#form);
    try {
      this.#reach("asked");
      if (await someUnsent()) this.#dialog.showModal();
      else await this.#leave();
    } catch (error) {
      if (!(error instanceof CannotKeep)) throw error;
      this.#form.submit(); // nothing is kept here, so there is nothing to clear
    }
  };

  #click = async ({ target }) => {
    const action = target.closest("[data-action]")?.dataset.action;
    if (action === "send") await this.#send();
    else if (action === "file") this.#reach((await hand(await exportFile())) ? "filed" : "asked");
    else if (action === "delete") await this.#leave();
    else if (action === "stay") this.#dialog.close();
  };

  async #send() {
    this.#reach("sending");
    await pulse.beat();
    if (await someUnsent()) this.#reach("not-sent");
    else await this.#leave();
  }

  async #leave() {
    this.#dialog.close();
    await signOut(new URL(this.#form.action).pathname);
    await Promise.race([pulse.beat(), new Promise((resolve) => setTimeout(resolve, MOST_WAIT))]);
    location.replace(`/${document.documentElement.lang}/`);
  }
}

const someUnsent = async () => (await list()).some(isUnsent);

customElements.define("mo-sign-out", SignOut);
