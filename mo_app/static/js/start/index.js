/** What the start page fills in on the device. */
import "./unsent.js";
