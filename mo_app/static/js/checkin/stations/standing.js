/** The document by which this device knows that it is a station, and of which event. */
export const STATION = "station";

/**
 * How this device stands, by the server's clock as far as it is known here: "open", "hidden" (its time is over by this
 * device's clock alone, which may be wrong), "over" (by the server's word; what is unsent still goes), or "unknown" (the
 * server knows it no longer). A clock that went back behind the server's last word is not believed.
 * @param {{documents: Record<string, any>, link: string, answered: string|null, offset: number}} view
 */
export function standingOf({ documents, link, answered, offset }, clock = Date.now()) {
  const station = documents?.[STATION];
  if (!station) return "open"; // nobody has told yet
  if (link === "signin" || station.unknown) return "unknown";
  const end = Date.parse(station.ends_at);
  if (station.ended || Date.parse(answered ?? "") >= end) return "over";
  return clock + offset >= end ? "hidden" : "open";
}
