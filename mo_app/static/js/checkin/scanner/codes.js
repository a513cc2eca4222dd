/** What a QR code says: a pass, or something else; and whether it has just been read already. */

/** @param {string} text  what the code says; @returns {string|null} the pass, as a roster knows it */
export const passOf = (text) => /^MO:([A-Z2-7]{16})$/.exec(text)?.[1].toLowerCase() ?? null;

/** A code that is held to the camera is seen many times a second: it is new once, until it was away for a while. */
export class Seen {
  #away;
  #last = new Map();

  /** @param {number} away  milliseconds after which it is new again */
  constructor(away = 4_000) {
    this.#away = away;
  }

  /** While nothing new is wanted: what was seen before is still there. */
  keep(code, now = performance.now()) {
    if (this.#last.has(code)) this.#last.set(code, now);
  }

  /** @param {number} now  milliseconds of a clock that only goes forward */
  isNew(code, now = performance.now()) {
    const before = this.#last.get(code) ?? -Infinity;
    for (const [each, at] of this.#last) if (now - at > this.#away) this.#last.delete(each);
    this.#last.set(code, now);
    return now - before > this.#away;
  }
}
