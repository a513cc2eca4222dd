/** `<mo-door-code>`: the code with which members check themselves in, on the station's own screen. */
import { Shown } from "../../offline/shown.js";
import { factsOf } from "./facts.js";

class MoDoorCode extends Shown {
  render(view) {
    const { roster, paper } = factsOf(view, location);
    const qr = roster?.door?.qr;
    const image = this.querySelector("img");
    if (qr && image.getAttribute("src") !== qr) image.src = qr;
    this.querySelector("[data-opens]").hidden = !qr || paper;
  }
}

customElements.define("mo-door-code", MoDoorCode);
