/** `<mo-notices>`: what this person must be told, until she has read it. */
import { arrange, keepFocus } from "../offline/items.js";
import { save } from "../offline/save.js";
import { Shown } from "../offline/shown.js";
import { refresh } from "../offline/view.js";
import { fill, moment } from "../offline/words.js";
import { unread } from "./unread.js";

class Notices extends Shown {
  connectedCallback() {
    this.addEventListener("click", this.#click);
    super.connectedCallback();
  }

  render(view) {
    keepFocus(this, () => this.#render(view));
  }

  #render(view) {
    const notices = unread(view);
    const list = this.querySelector("ul");
    const items = new Map([...list.children].map((item) => [item.dataset.id, item]));
    const drawn = notices.map((notice) => items.get(notice.id) ?? this.#draw(notice));
    arrange(list, drawn);
    for (const [place, item] of drawn.entries()) {
      fill(item, { text: notices[place].text });
      moment(item, "made", notices[place].made_at, Date.now() + view.offset);
    }
    this.hidden = notices.length === 0;
  }

  #draw({ id, url }) {
    const item = this.querySelector("template").content.firstElementChild.cloneNode(true);
    const link = item.querySelector("a");
    item.dataset.id = id;
    link.hidden = url === null;
    if (url !== null) link.href = `/${document.documentElement.lang}${url}`;
    return item;
  }

  #click = async ({ target }) => {
    if (!target.closest("[data-act=read]")) return;
    await save("notice.read", { notice: target.closest("li").dataset.id }, { quiet: true });
    await refresh();
  };
}

customElements.define("mo-notices", Notices);
