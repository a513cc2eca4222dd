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
const DIGITS = `${LANGUAGE}-u-nu-latn`; // as the server writes them
/** @type {Intl.DateTimeFormatOptions} */
const LEIPZIG = { timeZone: "Europe/Berlin", hourCycle: "h23" };
const DAY = new Intl.DateTimeFormat("sv", { timeZone: "Europe/Berlin" });
const TIME = new Intl.DateTimeFormat(DIGITS, { ...LEIPZIG, timeStyle: "short" });
const DATE = new Intl.DateTimeFormat(DIGITS, { timeZone: "Europe/Berlin", weekday: "short", day: "numeric", month: "short" });
const RELATIVE = new Intl.RelativeTimeFormat(LANGUAGE, { numeric: "auto" });
const NUMBER = new Intl.NumberFormat(DIGITS);
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
    for (const slot of counted.querySelectorAll("[data-slot=num]")) write(slot, NUMBER.format(number));
  }
}

/**
 * Say a moment as people in Leipzig do: 14:02 · yesterday, 18:30 · Mon, 3 Nov, 18:30.
 * @param {number} now  milliseconds, by the server's clock
 */
export function moment(root, name, iso, now = Date.now()) {
  const at = new Date(iso ?? NaN);
  if (Number.isNaN(at.getTime())) return;
  const day = dayOf(at, now);
  for (const slot of own(root, `time[data-slot="${name}"]`)) {
    slot.dateTime = at.toISOString();
    write(slot, [day, TIME.format(at)].filter(Boolean).join(", "));
  }
}

/** How long ago that was: "5 minutes ago". */
export function age(iso, now = Date.now()) {
  const minutes = Math.max(0, Math.floor((now - Date.parse(iso)) / 60_000));
  if (Number.isNaN(minutes)) return "";
  if (minutes < 1) return RELATIVE.format(0, "second");
  return minutes < 90 ? RELATIVE.format(-minutes, "minute") : RELATIVE.format(-Math.round(minutes / 60), "hour");
}

function dayOf(at, now) {
  if (DAY.format(at) === DAY.format(now)) return "";
  return DAY.format(at) === DAY.format(now - 86_400_000) ? RELATIVE.format(-1, "day") : DATE.format(at);
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
