/** How things stand between this device and the server, in the words that `<mo-status>` can show. */

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const FRESH = 10 * MINUTE; // a page that is looked at asks every five minutes at the latest
const STANDING = { none: "offline", busy: "busy", refused: "busy", signin: "signin" };

/**
 * @param {any} view  see view.js
 * @param {number} now  milliseconds, by the server's clock
 * @returns {string[]}
 */
export function wordsOf(view, now) {
  const { done, total } = progressOf(view);
  const standing = standingOf(view, now, done < total);
  const words = [standing];
  if (standing === "getting-ready") words.push(total ? "counted" : "uncounted");
  if (view.answered && now - Date.parse(view.answered) > DAY) words.push("old");
  if (view.unkept) words.push("unkept", `unkept-${view.unkept}`);
  if (view.update) words.push("update");
  return words;
}

/** How much of what is being fetched is here; a total of 0: nobody knows yet. */
export function progressOf({ fetching }) {
  const parts = Object.values(fetching);
  const of = (name) => parts.reduce((all, part) => all + part[name], 0);
  return { done: of("done"), total: of("total") };
}

function standingOf({ link, answered, ready, unkept }, now, fetching) {
  if (link === "signin") return "signin";
  if (STANDING[link]) return answered ? STANDING[link] : "nothing";
  if (unkept === "full") return "full";
  if (link !== "answered" || (!unkept && (!ready || fetching))) return "getting-ready";
  return now - Date.parse(answered) < FRESH ? "current" : "known";
}
