/** The head of the page: which event this is, and what must be known of it first. */
import { fill, moment, show } from "../../offline/words.js";
import { spoken } from "./facts.js";

/**
 * @param {Element} root
 * @param {ReturnType<typeof import("./facts.js").factsOf>} facts
 * @param {number} now
 */
export function drawEvent(root, { event, roster, door, paper }, now) {
  const { lang, dataset } = document.documentElement;
  // A station does not know its event before its first exchange; nobody there can choose one.
  if (!roster) return show(root, "unknown", event || dataset.audience === "station" ? "missing" : "eventless");
  const { title, starts_at, place, cancelled } = roster.event;
  const { text, language } = spoken(title, lang);
  fill(root, { title: text, place: place ?? "" });
  root.querySelector("[data-slot=title]").lang = language;
  moment(root, "starts", starts_at, now);
  const words = [place && "placed", cancelled && "cancelled", door?.closed_at && "closed", paper && "paper"];
  show(root, "known", ...words.filter(Boolean));
}
