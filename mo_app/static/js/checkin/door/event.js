/** The head of the page: which event this is, and what must be known of it first. */
import { fill, moment, show } from "../../offline/words.js";
import { spoken } from "./facts.js";

/**
 * @param {Element} root
 * @param {ReturnType<typeof import("./facts.js").factsOf>} facts
 * @param {{now: number, heard: boolean}} how  `heard`: the server was asked for it, and has answered
 */
export function drawEvent(root, { event, roster, door, paper }, { now, heard }) {
  const { lang, dataset } = document.documentElement;
  // A station does not know its event before its first exchange; nobody there can choose one.
  if (!roster) return show(root, "unknown", event || dataset.audience === "station" ? (heard ? "nowhere" : "missing") : "eventless");
  const { title, starts_at, place, cancelled } = roster.event;
  const { text, language } = spoken(title, lang);
  fill(root, { title: text, place: place ?? "" });
  root.querySelector("[data-slot=title]").lang = language;
  moment(root, "starts", starts_at, now);
  const words = [place && "placed", cancelled && "cancelled", door?.closed_at && "closed", paper && "paper"];
  show(root, "known", ...words.filter(Boolean));
}
