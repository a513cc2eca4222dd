/**
 * `<mo-station>`: the door, as long as this tablet is its station. When its time is over, or the server knows it no
 * longer, the names go from the page at once, connection or not; from the device as wipe.js has it. What is unsent stays
 * until it is sent. Shows one of open, hidden, over, unknown; and, but for open, "unsent" with the count of it, "unread"
 * if something was refused, or "sent" and, unless hidden, a way to use the tablet for something else.
 */
import { exportFile, isOpen, isUnread } from "../../offline/outbox.js";
import { signOut } from "../../offline/people.js";
import { pulse } from "../../offline/pulse.js";
import { hand } from "../../offline/saving.js";
import { Shown } from "../../offline/shown.js";
import { count, show } from "../../offline/words.js";
import { STATION, standingOf } from "./standing.js";
import { tryNow } from "./trying.js";
import { wipe } from "./wipe.js";

const TICK = 15_000; // milliseconds; timers sleep when tablets do, so no single one is set for the end
const MOST_WAIT = 4_000;

class Station extends Shown {
  #view;
  #timer;
  #tried = "";
  #isShut = false;

  connectedCallback() {
    this.addEventListener("click", this.#click);
    this.addEventListener("submit", this.#submit);
    document.addEventListener("visibilitychange", this.#look);
    this.#timer = setInterval(this.#look, TICK);
    super.connectedCallback();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener("visibilitychange", this.#look);
    clearInterval(this.#timer);
  }

  render(view) {
    this.#view = view;
    const standing = standingOf(view);
    const unsent = view.entries.filter(isOpen).length;
    if (standing === "open") return this.#open(view);
    this.#shut();
    wipe(standing).catch(() => {}); // a device that can keep nothing keeps no names either
    count(this, "unsent", unsent);
    const done = standing === "hidden" ? "" : "sent";
    show(this, standing, unsent ? "unsent" : view.entries.some(isUnread) ? "unread" : done, this.#tried);
  }

  #open({ documents }) {
    if (!this.#isShut) show(this, "open");
    else if (documents[STATION]) location.reload(); // else it is leaving
  }

  /** With the names goes the camera, and a dialog that would leave everything else inert. */
  #shut() {
    this.#isShut = true;
    for (const dialog of this.querySelectorAll("dialog[open]")) dialog.close();
    for (const part of this.querySelectorAll(":scope > [data-when=open]")) part.replaceChildren();
  }

  #look = () => this.#view && this.render(this.#view);

  #click = async ({ target }) => {
    const action = target.closest("[data-action]")?.dataset.action;
    if (action === "try") await tryNow((word) => this.#say(word));
    if (action === "file") await hand(await exportFile());
  };

  #say(word) {
    this.#tried = word;
    this.#look();
  }

  /** Nothing is left here that anybody could lose. */
  #submit = async (event) => {
    if (!event.target.matches("[data-when=sent]")) return; // what is sent at the door
    event.preventDefault();
    if (!(await signOut(new URL(event.target.action).pathname))) return;
    await Promise.race([pulse.beat(), new Promise((resolve) => setTimeout(resolve, MOST_WAIT))]);
    location.replace(`/${document.documentElement.lang}/`);
  };
}

customElements.define("mo-station", Station);
