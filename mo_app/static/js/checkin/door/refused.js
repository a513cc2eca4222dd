/** Of what was refused, the list knows whom it was about; `<mo-outbox>` shows the rest. */
import { fill } from "../../offline/words.js";

/**
 * @param {any} view
 * @param {(entry: any) => string|undefined} nameOf
 */
export function nameRefused({ entries }, nameOf) {
  for (const entry of entries.filter(({ status }) => status === "rejected")) {
    const who = nameOf(entry);
    const told = document.querySelector(`mo-outbox [data-id="${entry.id}"] mo-entry`);
    if (told && who) fill(told, { who });
  }
}
