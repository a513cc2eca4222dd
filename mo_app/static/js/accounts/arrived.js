/** Somebody has just signed in: this device is theirs before anything kept on it is shown or sent. */
import { switchTo } from "../offline/people.js";
import { takeBack } from "./back.js";

const start = /** @type {HTMLAnchorElement} */ (document.querySelector("main a"));

switchTo(document.body.dataset.person)
  .catch(() => {}) // a device that can keep nothing holds nothing of anybody
  .then(() => window.location.replace(takeBack() ?? start.href));
