/** This browser has just become a station: nothing of who made it one stays, before anything is shown or sent. */
import { switchTo } from "../../offline/people.js";

const door = /** @type {HTMLAnchorElement} */ (document.querySelector("main a"));

switchTo(document.body.dataset.person, { clean: true })
  .catch(() => {}) // a device that can keep nothing holds nothing of anybody
  .then(() => window.location.replace(door.href));
