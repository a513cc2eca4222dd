/**
 * `<mo-sign-out>`: clears this device of whoever is here. If something is unsent it asks first: send it now, save it
 * as a file, delete it, or stay. Works offline: the server is told with the next exchange. The button comes disabled,
 * for without this module a tap would sign out at the server alone and leave everything here.
 */
import { settle } from "./hands.js";
import { exportFile } from "./outbox.js";
import { signOut } from "./people.js";
import { pulse } from "./pulse.js";
import { hand } from "./saving.js";
import { Shown } from "./shown.js";
import { CannotKeep } from "./store.js";
import { refresh } from "./view.js";
import { count, show } from "./words.js";

const MOST_WAIT = 4_000;

class SignOut extends Shown {
  /** "asked", "sending", "not-sent" or "filed". */
  #stage = "asked";
  #person = "guest";
  /** Ids of what the dialog says would be lost. */
  #unsent = [];

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
    for (const button of this.#form.querySelectorAll("button")) button.disabled = false;
    this.#unsent = view.unsent.map(({ id }) => id);
    count(this, "unsent", this.#unsent.length);
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
      if (await this.#leave()) return;
      await refresh();
      this.#reach("asked");
      this.#dialog.showModal();
    } catch (error) {
      if (!(error instanceof CannotKeep)) throw error;
      this.#form.submit(); // nothing is kept here, so there is nothing to clear
    }
  };

  #click = async ({ target }) => {
    const action = target.closest("[data-action]")?.dataset.action;
    if (action === "send") await this.#send();
    else if (action === "file") this.#reach((await hand(await exportFile())) ? "filed" : "asked");
    else if (action === "delete") await this.#delete();
    else if (action === "stay") this.#dialog.close();
  };

  async #send() {
    this.#reach("sending");
    await pulse.beat();
    if (!(await this.#leave())) this.#reach("not-sent");
  }

  async #delete() {
    if (await this.#leave(this.#unsent)) return;
    await refresh();
    this.#reach("asked");
  }

  async #leave(losing = []) {
    if (!(await signOut(new URL(this.#form.action).pathname, losing))) return false;
    this.#dialog.close();
    await Promise.race([pulse.beat(), new Promise((resolve) => setTimeout(resolve, MOST_WAIT))]);
    location.replace(`/${document.documentElement.lang}/`);
    return true;
  }
}

customElements.define("mo-sign-out", SignOut);
