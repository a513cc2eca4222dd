/**
 * Why something that was done is nowhere, or was refused where it could not be kept.
 * @param {any} saved  see offline/save.js
 * @returns {null | {reason: string, message?: string}}
 */
export function troubleOf(saved) {
  if (saved.how === "unkept") return { reason: saved.reason };
  if (saved.how !== "sent" || saved.result.outcome === "applied") return null;
  return { reason: "refused", message: saved.result.message };
}
