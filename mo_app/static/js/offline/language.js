/** A language once chosen is kept on the device; the one read last comes first. */
import { here, setHere } from "./state.js";
import { write } from "./store.js";

/** @param {string} language */
export function choose(language) {
  return write(["state"], async (tx) => {
    const { languages } = await here(tx);
    if (languages[0] === language) return;
    await setHere(tx, { languages: [language, ...languages.filter((each) => each !== language)] });
  });
}
