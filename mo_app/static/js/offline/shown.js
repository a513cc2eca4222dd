/**
 * A custom element that shows the view: extend it, implement `render(view)`.
 *
 * `render` is called when the element is in the page and the view is known, after every change of it, and after the
 * page around it was brought up to date; so it must show everything from the view and its own private state.
 */
import { subscribe } from "./view.js";

export class Shown extends HTMLElement {
  #unsubscribe = () => {};

  connectedCallback() {
    this.#unsubscribe = subscribe((view) => this.render(view));
  }

  disconnectedCallback() {
    this.#unsubscribe();
  }

  /** @param {any} _view */
  render(_view) {}
}
