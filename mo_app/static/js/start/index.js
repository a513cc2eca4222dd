/** What the start page fills in on the device. */
import "./agenda.js";
import "./unsent.js";
