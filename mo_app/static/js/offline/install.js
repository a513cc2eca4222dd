/** `<mo-install>`: a button where the browser offers to install the app, the two steps on iOS where it does not. */
import { show } from "./words.js";

/** The browser says so once, early, and to whoever listens. */
let offer = null;
let installed = matchMedia("(display-mode: standalone)").matches || navigator.standalone === true;
const elements = new Set();

addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  offer = event;
  render();
});

addEventListener("appinstalled", () => {
  installed = true;
  render();
});

class Install extends HTMLElement {
  connectedCallback() {
    elements.add(this);
    this.addEventListener("click", this.#click);
    render();
  }

  disconnectedCallback() {
    elements.delete(this);
  }

  #click = async ({ target }) => {
    if (!target.closest("[data-action=install]") || !offer) return;
    const prompt = offer;
    offer = null; // it can be asked once
    await prompt.prompt();
    render();
  };
}

function render() {
  for (const element of elements) show(element, standing());
}

function standing() {
  if (installed) return "installed";
  if (offer) return "offered";
  const isTablet = navigator.platform === "MacIntel" && navigator.maxTouchPoints > 1;
  return /iPhone|iPad|iPod/.test(navigator.userAgent) || isTablet ? "ios" : "other";
}

customElements.define("mo-install", Install);
