/**
 * `<mo-outbox>`: what is unsent, was rejected or newly confirmed, each with what to do about it.
 *
 * How an entry looks is a `<template data-entry="<kind>" data-page="/schedule/{event}">` in the page. Numbers of the
 * payload are counted by their names, params of the result fill `answer-…`, the title comes from that kept page.
 */
import { discard, dismiss, exportFile, isOpen } from "./outbox.js";
import { pulse } from "./pulse.js";
import { hand } from "./saving.js";
import { Shown } from "./shown.js";
import { read } from "./store.js";
import { refresh } from "./view.js";
import { count, fill, moment, show } from "./words.js";

const LISTS = ["pending", "rejected", "applied"];
const listOf = (entry) => (isOpen(entry) ? "pending" : entry.status);

class Outbox extends Shown {
  /** The entry that somebody is about to throw away. */
  #asking;
  /** What became of "try now". */
  #tried = "";
  #view;

  connectedCallback() {
    this.addEventListener("click", this.#click);
    super.connectedCallback();
  }

  render(view) {
    this.#view = view;
    const entries = view.entries.filter(({ quiet }) => !quiet);
    for (const name of LISTS) this.#list(name, entries.filter((entry) => listOf(entry) === name));
    show(this, entries.length ? "some" : "empty", this.#tried, ...new Set(entries.map(listOf)));
  }

  #list(name, entries) {
    const list = this.querySelector(`[data-list="${name}"]`);
    const items = new Map([...list.children].map((item) => [item.dataset.id, item]));
    for (const [id, item] of items) if (!entries.some((entry) => entry.id === id)) item.remove();
    for (const entry of entries) {
      const item = items.get(entry.id) ?? this.#draw(entry);
      this.#fill(item.querySelector("mo-entry"), entry);
      list.append(item);
    }
  }

  #draw(entry) {
    const of = (kind) => this.querySelector(`template[data-entry="${kind}"]`);
    const template = of(entry.kind) ?? of("other");
    const item = template.content.firstElementChild.cloneNode(true);
    item.dataset.id = entry.id;
    const path = template.dataset.page?.replace(/\{(\w+)\}/g, (_, name) => entry.payload[name]);
    if (path) lead(item.querySelector("[data-slot=title]"), `/${document.documentElement.lang}${path}`);
    return item;
  }

  #fill(root, { id, status, payload, result, made_at }) {
    const flags = Object.entries(payload).filter(([, value]) => typeof value === "boolean");
    const words = flags.map(([name, value]) => (value ? name : `not-${name}`));
    for (const [name, value] of Object.entries(payload)) if (typeof value === "number") count(root, name, value);
    for (const [name, value] of Object.entries(result?.params ?? {})) fill(root, { [`answer-${name}`]: value ?? "" });
    fill(root, { message: result?.message ?? "" });
    moment(root, "made", earlier(made_at, Date.now() + this.#view.offset), Date.now() + this.#view.offset);
    show(root, status, result?.code ?? "", result?.params?.state ?? "", id === this.#asking ? "asking" : "calm", ...words);
  }

  #click = async ({ target }) => {
    const action = target.closest("[data-action]")?.dataset.action;
    const id = target.closest("[data-id]")?.dataset.id;
    if (action === "try") await this.#try();
    else if (action === "file") await hand(await exportFile());
    else if (action === "ask") this.#asking = id;
    else if (action === "keep") this.#asking = undefined;
    else if (action === "discard") await discard(id);
    else if (action === "dismiss") await dismiss(id);
    if (action) await refresh();
  };

  async #try() {
    this.#tried = "trying";
    this.render(this.#view);
    const { kind, left } = await pulse.beat();
    this.#tried = kind === "answered" && !left ? "" : `tried-${kind}`;
  }
}

/** Link to the page an entry is about, under the title it has there. */
async function lead(link, url) {
  if (!link) return;
  link.href = url;
  const page = await read(["pages"], (tx) => tx.objectStore("pages").get(url)).catch(() => null);
  const title = page && new DOMParser().parseFromString(page.html, "text/html").querySelector("h1");
  if (title) link.textContent = title.textContent.trim();
}

/** A clock that was ahead cannot have made anything later than now. */
const earlier = (iso, now) => new Date(Math.min(Date.parse(iso), now)).toISOString();

customElements.define("mo-outbox", Outbox);
