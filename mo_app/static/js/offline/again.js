/** `<mo-again>`: asks for this very address once more, and by itself when the connection seems to be back. */
class Again extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", reload);
    addEventListener("online", reload);
  }

  disconnectedCallback() {
    removeEventListener("online", reload);
  }
}

const reload = () => location.reload();

customElements.define("mo-again", Again);
