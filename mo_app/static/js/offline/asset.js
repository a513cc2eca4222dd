/**
 * Whether this is the file of one build that was asked for. Only such a one is said never to change: a captive portal
 * answers for a script with its own page, and with 200; an updated server for an older build with the file of today.
 *
 * @param {Response} response
 */
export function isAsset({ ok, redirected, headers }) {
  return ok && !redirected && /\bimmutable\b/.test(headers.get("cache-control") ?? "");
}
