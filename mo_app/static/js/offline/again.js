/**
 * `<mo-again>`: asks for this very address once more, and by itself when the connection seems to be back. Where this is
 * the address of the offline page itself, as after a change of language, the way on is the start page.
 */
const OFFLINE_PAGE = /^(\/[a-z]+\/)offline$/;

class Again extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", again);
    addEventListener("online", again);
  }

  disconnectedCallback() {
    removeEventListener("online", again);
  }
}

function again() {
  const start = OFFLINE_PAGE.exec(location.pathname)?.[1];
  if (start) location.replace(start);
  else location.reload();
}

customElements.define("mo-again", Again);
