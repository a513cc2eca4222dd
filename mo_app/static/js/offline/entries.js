/**
 * `<mo-outbox>`: what is unsent, was rejected or answered, each with what to do about it.
 *
 * How an entry looks is a `<template data-entry="<kind>" data-page="/schedule/{event}" data-now="rsvps/{event}">` in the
 * page. Numbers of the payload are counted by their names, its `name` fills `who`, params of the result fill `answer-…`,
 * the title comes from that kept page. Of what went well, what holds now is said: the values at that place in `mine`, once
 * it is there.
 */
import { discard, dismiss, exportFile, isOpen } from "./outbox.js";
import { arrange, keepFocus } from "./items.js";
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
    keepFocus(this, () => this.#render(view));
  }

  #render(view) {
    const entries = view.entries.filter(({ quiet }) => !quiet);
    for (const name of LISTS) this.#list(name, entries.filter((entry) => listOf(entry) === name));
    show(this, entries.length ? "some" : "empty", this.#tried, ...new Set(entries.map(listOf)));
  }

  #list(name, entries) {
    const list = this.querySelector(`[data-list="${name}"]`);
    if (!list) return; // a page need not show all of them
    const items = new Map([...list.children].map((item) => [item.dataset.id, item]));
    const drawn = entries.map((entry) => items.get(entry.id) ?? this.#draw(entry));
    arrange(list, drawn);
    for (const [place, item] of drawn.entries()) this.#fill(item, entries[place]);
  }

  #draw(entry) {
    const of = (kind) => this.querySelector(`template[data-entry="${kind}"]`);
    const template = of(entry.kind) ?? of("other");
    const item = template.content.firstElementChild.cloneNode(true);
    item.dataset.id = entry.id;
    const named = (text) => text?.replace(/\{(\w+)\}/g, (_, name) => entry.payload[name]);
    const path = named(template.dataset.page);
    item.dataset.now = named(template.dataset.now) ?? "";
    if (path) this.#lead(item, entry, `/${document.documentElement.lang}${path}`);
    return item;
  }

  /** Link to the page an entry is about, under the title it has there; it tells, too, whether the event is cancelled. */
  async #lead(item, { payload }, url) {
    const link = item.querySelector("[data-slot=title]");
    link.href = url;
    const page = await read(["pages"], (tx) => tx.objectStore("pages").get(url)).catch(() => null);
    if (!page) return;
    const kept = new DOMParser().parseFromString(page.html, "text/html");
    const title = kept.querySelector("h1")?.textContent.trim();
    if (title) link.textContent = title;
    item.toggleAttribute("data-cancelled", kept.querySelector(`[event="${payload.event}"][data-cancelled]`) !== null);
    this.render(this.#view);
  }

  #fill(item, { id, status, payload: said, result, made_at }) {
    const root = item.querySelector("mo-entry");
    const now = status === "applied" ? valueAt(this.#view.mine, item.dataset.now) : undefined;
    const payload = { ...said, ...now };
    const answer = { ...result?.params, ...now };
    const state = item.hasAttribute("data-cancelled") ? "cancelled" : answer.state;
    const flags = Object.entries(payload).filter(([, value]) => typeof value === "boolean");
    const words = flags.map(([name, value]) => (value ? name : `not-${name}`));
    for (const [name, value] of Object.entries(payload)) if (typeof value === "number") count(root, name, value);
    for (const [name, value] of Object.entries(answer)) fill(root, { [`answer-${name}`]: value ?? "" });
    if (payload.name) fill(root, { who: payload.name });
    fill(root, { message: result?.message ?? "" });
    moment(root, "made", earlier(made_at, Date.now() + this.#view.offset), Date.now() + this.#view.offset);
    show(root, status, result?.code ?? "", status === "applied" ? state : "", id === this.#asking ? "asking" : "calm", ...words);
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

/** What is kept there in a document: `valueAt(mine, "rsvps/<event>")`. */
const valueAt = (value, place) => (place ? place.split("/").reduce((at, name) => at?.[name], value) : undefined);

/** A clock that was ahead cannot have made anything later than now. */
const earlier = (iso, now) => new Date(Math.min(Date.parse(iso), now)).toISOString();

customElements.define("mo-outbox", Outbox);
