/**
 * How things stand between a person and an event, out of what the server said and what this device has not sent yet.
 *
 *     phase      "open" | "closed" | "past" | "cancelled"
 *     word       "guest" | "unknown" | "unsaid" | "confirmed" | "waiting" | "declined" | "pending"
 *     said       {going, party, needs} as it should be shown, or null; with what is unsent laid over it
 *     confirmed  heads the server has given places for; number: on the waiting list, or null; base: version known
 *     refused    what she said last, if the server refused it and she has not read that, or null
 *     taken, free, queue   heads with a place, places left (null: no limit), heads waiting; all undefined if not known
 */
const KIND = "rsvp.set";

/**
 * @param {any} view  see offline/view.js
 * @param {{event: string, capacity: number|null, closes: number, ends: number, cancelled: boolean}} facts
 * @param {number} now  milliseconds, by the server's clock
 */
export function standing(view, facts, now) {
  const mine = view.mine?.rsvps?.[facts.event] ?? null;
  const about = (entry) => entry.kind === KIND && entry.payload.event === facts.event;
  const unsent = view.pending.filter(about).at(-1) ?? null;
  const last = view.entries.filter(about).at(-1);
  const confirmed = mine?.state === "confirmed" ? mine.party : 0;
  return {
    phase: phaseOf(facts, now),
    word: wordOf(view, mine, unsent),
    said: view.person ? (unsent?.payload ?? mine) : null,
    confirmed,
    number: unsent ? null : (mine?.number ?? null),
    base: mine?.version ?? 0,
    refused: last?.status === "rejected" ? last : null,
    ...figuresOf(view, facts, confirmed, unsent),
  };
}

/** What `data-when` in templates/rsvps can name, as far as it is true now. */
export function wordsOf({ phase, word, said, confirmed, refused, taken, free, queue }) {
  const going = said?.going ? "going" : "not-going";
  const gone = phase === "past" || phase === "cancelled";
  const words = [phase, `${phase}-${going}`];
  if (said && (phase !== "cancelled" || word === "pending")) words.push(word, going);
  else if (!gone) words.push(word); // nobody is asked what can be answered no more
  if (word === "pending") words.push(`pending-${going}`);
  if (word === "pending" && said.going && said.party > confirmed) words.push("unsure");
  if (word === "pending" && confirmed && confirmed !== said.party) words.push("held");
  if (refused) words.push("refused", `refused-${refused.result?.code}`);
  if (taken === undefined || gone) return words;
  if (free !== null) words.push(free > 0 ? "free" : "full");
  else if (taken > 0) words.push("unlimited");
  if (queue > 0) words.push("queue");
  return words;
}

function phaseOf({ cancelled, closes, ends }, now) {
  if (cancelled) return "cancelled";
  if (ends <= now) return "past";
  return closes <= now ? "closed" : "open";
}

function wordOf(view, mine, unsent) {
  if (!view.person) return "guest";
  if (unsent) return "pending";
  return mine?.state ?? (view.mine ? "unsaid" : "unknown");
}

/** What is unsent counts for the places as it will, if there is room: nobody is counted twice. */
function figuresOf(view, { event, capacity }, confirmed, unsent) {
  if (!view.figures) return {};
  const { taken: known = 0, waiting: queue = 0 } = view.figures.events?.[event] ?? {};
  const others = Math.max(0, known - confirmed);
  const room = capacity === null ? Infinity : Math.max(confirmed, capacity - others);
  const wanted = unsent ? (unsent.payload.going ? unsent.payload.party : 0) : confirmed;
  const taken = others + (wanted <= room ? wanted : confirmed);
  return { taken, free: capacity === null ? null : Math.max(0, capacity - taken), queue };
}
