/** `<mo-unsent>`: what is not sent yet, and what was refused, as far as there is any. */
import { Shown } from "../offline/shown.js";
import { count, show } from "../offline/words.js";

class Unsent extends Shown {
  render(view) {
    const refused = view.entries.filter((entry) => entry.status === "rejected").length;
    count(this, "unsent", view.unsent.length);
    count(this, "refused", refused);
    show(this, view.unsent.length ? "unsent" : "", refused ? "refused" : "");
  }
}

customElements.define("mo-unsent", Unsent);
