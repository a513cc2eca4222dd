/** What the frame of every page needs besides HTML: one listener each on the document, so morphing loses nothing. */
import "./dialogs.js";
import "./menus.js";
import "./print.js";
import "./share.js";
import "./steppers.js";
