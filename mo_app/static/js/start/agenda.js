/** `<mo-agenda>`: of the coming events in the page, those to which this person said she comes; nothing is claimed while the answers are not here. */
import { Shown } from "../offline/shown.js";
import { show } from "../offline/words.js";
import { standing } from "../rsvps/standing.js";

class Agenda extends Shown {
  render(view) {
    const now = Date.now() + view.offset;
    let some = false;
    for (const item of this.querySelectorAll("[data-event]")) {
      const { event, ends } = item.dataset;
      const { said } = standing(view, { event, capacity: null, closes: Infinity, ends: Infinity, cancelled: false }, now);
      item.hidden = !said?.going || Date.parse(ends) <= now;
      some ||= !item.hidden;
    }
    show(this, some ? "some" : view.mine ? "none" : "");
  }
}

customElements.define("mo-agenda", Agenda);
