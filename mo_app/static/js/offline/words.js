/**
 * Wording lives in the page, in every form it can take; these choose which to show and fill in the values.
 *
 *     <p data-when="offline stale">…</p>                          show(root, "offline")
 *     <span data-slot="number"></span>                            fill(root, { number: 3 })
 *     <time data-slot="at"></time>                                moment(root, "at", "2026-11-23T14:02:00Z")
 *     <span data-count="unsent"><span data-plural="one">…         count(root, "unsent", 1)
 *
 * A component inside a component keeps its own words: nothing here reaches into another `mo-…` element.
 */
const LANGUAGE = globalThis.document?.documentElement.lang || "de";
const BERLIN = "Europe/Berlin";
const DAY = new Intl.DateTimeFormat("sv", { timeZone: BERLIN });
const TIME = new Intl.DateTimeFormat(LANGUAGE, { timeZone: BERLIN, timeStyle: "short" });
const DATE_AND_TIME = new Intl.DateTimeFormat(LANGUAGE, { timeZone: BERLIN, dateStyle: "medium", timeStyle: "short" });
const NUMBER = new Intl.NumberFormat(LANGUAGE);
const PLURAL = new Intl.PluralRules(LANGUAGE);

/** Show those of the forms whose name is among the words, hide the others. */
export function show(root, ...words) {
  for (const form of own(root, "[data-when]")) {
    const hidden = !form.dataset.when.split(" ").some((word) => words.includes(word));
    if (form.hidden !== hidden) form.hidden = hidden;
  }
}

/** @param {Record<string, string|number>} values by the name of the slot */
export function fill(root, values) {
  for (const [name, value] of Object.entries(values)) {
    const text = typeof value === "number" ? NUMBER.format(value) : (value ?? "");
    for (const slot of own(root, `[data-slot="${name}"]`)) write(slot, text);
  }
}

/** Show the form of a counted sentence that the language wants for this number. */
export function count(root, name, number) {
  for (const counted of own(root, `[data-count="${name}"]`)) {
    const forms = [...counted.querySelectorAll("[data-plural]")];
    const wanted = PLURAL.select(number);
    const chosen = forms.find((form) => form.dataset.plural === wanted) ?? forms.at(-1);
    for (const form of forms) form.hidden = form !== chosen;
    for (const slot of counted.querySelectorAll("[data-slot]")) write(slot, NUMBER.format(number));
  }
}

/** Say a moment as people in Leipzig do: the time alone if it is today. */
export function moment(root, name, iso, now = new Date()) {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return;
  const today = DAY.format(at) === DAY.format(now);
  for (const slot of own(root, `time[data-slot="${name}"]`)) {
    slot.dateTime = at.toISOString();
    write(slot, (today ? TIME : DATE_AND_TIME).format(at));
  }
}

function write(slot, text) {
  if (slot.textContent !== text) slot.textContent = text;
}

/** What belongs to the element itself, not to a component inside it. */
function own(root, selector) {
  const owner = componentOf(root);
  return [...root.querySelectorAll(selector)].filter((element) => componentOf(element) === owner);
}

/** The custom element that an element is or stands in. */
function componentOf(element) {
  for (let at = element; at; at = at.parentElement) if (at.localName?.includes("-")) return at;
  return null;
}
