/**
 * How things stand between a person and the door that she has scanned, out of what the server said and what this device
 * has not sent yet.
 *
 *     word      "done" | "pending" | "guest" | "early" | "late" | "ask"
 *     party     to propose: as many as she said that they come
 *     said      as many as she said that they are here, or null
 *     refused   what she said last, if the server refused it and she has not read that, or null
 */
const KIND = "checkin.self";
export const MOST = 10;

/** @param {string} hash  of the address; @returns {string|null} the code of a door */
export const codeIn = (hash) => /^#here=([a-z2-7]{16})$/.exec(hash)?.[1] ?? null;

/**
 * @param {any} view  see offline/view.js
 * @param {{event: string, opens: number, closes: number}} facts
 * @param {number} now  milliseconds, by the server's clock
 */
export function arriving(view, { event, opens, closes }, now) {
  const last = (kind) => view.entries.filter((entry) => entry.kind === kind && entry.payload.event === event).at(-1);
  const mine = last(KIND);
  const known = view.mine?.here?.[event] ?? null;
  const unsent = mine?.status === "pending" || mine?.status === "deferred";
  return {
    word: unsent ? "pending" : known ? "done" : wordOf(view, { opens, closes }, now),
    party: proposed(view.mine?.rsvps?.[event], view.pending.filter((entry) => entry.kind === "rsvp.set" && entry.payload.event === event).at(-1)),
    said: unsent ? mine.payload.party : known,
    refused: mine?.status === "rejected" ? mine : null,
  };
}

function wordOf(view, { opens, closes }, now) {
  if (now > closes) return "late";
  if (!view.person) return "guest";
  return now < opens ? "early" : "ask";
}

/** What is unsent counts; who said that she cannot come, and came, is one. */
function proposed(known, unsent) {
  const { going, party } = unsent?.payload ?? known ?? { going: false };
  return going ? Math.min(Math.max(party, 1), MOST) : 1;
}
