/** What became of something that was done here, after the outbox had it. Pure. */

/**
 * @param {Set<string|undefined>} ids  of its operations, by the outbox
 * @param {{entries: any[], unsent: any[]}} view
 * @returns {{word: "kept"|"sent"|"refused", reason?: string}}
 */
export function fateOf(ids, { entries, unsent }) {
  const refused = entries.find(({ id, status }) => ids.has(id) && status === "rejected");
  if (refused) return { word: "refused", reason: refused.result?.message ?? "" };
  return { word: unsent.some(({ id }) => ids.has(id)) ? "kept" : "sent" };
}

/**
 * Whether what was said of somebody still is so: meanwhile it may have been taken back, here or at another tablet.
 * @param {{word: string, guest?: {subject: string}}} said
 * @param {Set<string|undefined>} ids
 * @param {Map<string, {walk_ins: string[]}>} present
 */
export function holds({ word, guest }, ids, present) {
  if (!guest) return true;
  const isHere = present.has(guest.subject) || [...present.values()].some(({ walk_ins }) => walk_ins.some((id) => ids.has(id)));
  return isHere === (word !== "taken-back");
}
