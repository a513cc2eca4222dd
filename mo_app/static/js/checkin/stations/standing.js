/** The document by which this device knows that it is a station, and of which event. */
export const STATION = "station";

/**
 * How this device stands, by the server's clock as far as it is known here: "open", "over" (what is unsent still goes),
 * or "revoked" (the server knows it no longer). A clock that went back behind the server's last word is not believed.
 * @param {{documents: Record<string, any>, link: string, answered: string|null, offset: number}} view
 */
export function standingOf({ documents, link, answered, offset }, clock = Date.now()) {
  const station = documents?.[STATION];
  if (!station) return "open"; // nobody has told yet
  const now = Math.max(clock + offset, Date.parse(answered ?? "") || 0);
  const over = station.ended || now >= Date.parse(station.ends_at);
  if (link === "signin") return "revoked";
  return over ? (station.revoked ? "revoked" : "over") : "open";
}
