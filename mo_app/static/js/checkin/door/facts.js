/** What this page is about: one event, checked in by a station or entered from paper by a coordinator. Pure. */
import { eventOf } from "../paper.js";

/**
 * @param {any} view  see offline/view.js
 * @param {Location|URL} address
 */
export function factsOf({ person, documents }, { pathname, search }) {
  const { station } = documents;
  const event = station?.event ?? eventOf({ pathname, search });
  return {
    me: person ?? "",
    event,
    station,
    paper: !station && event !== null,
    roster: documents[`roster/${event}`],
    door: documents[`door/${event}`],
    tablets: documents[`tablets/${event}`],
  };
}

/** @returns {{text: string, language: string}} the text in the reader's language, else in the one it was written in first */
export function spoken(texts, language) {
  const [first = ""] = Object.keys(texts ?? {});
  const found = texts?.[language] ? language : first;
  return { text: texts?.[found] ?? "", language: found };
}

const PLACES = { self: "by-self", paper: "by-paper", desk: "by-desk" };

/** Where somebody was checked in: the word for it, and the tablet's name. */
export function placeOf(by, { station, tablets }) {
  if (PLACES[by]) return { word: PLACES[by], tablet: "" };
  const known = tablets?.stations.find(([id]) => id === by);
  const tablet = known?.[1] ?? (station?.id === by ? station.name : "");
  return { word: tablet ? "by-tablet" : "by-other", tablet };
}
