/** The figures above the list. */
import { arrange } from "../../offline/items.js";
import { count, fill, moment, show } from "../../offline/words.js";

/** What each counter says by now. @type {WeakMap<Element, Record<string, number>>} */
const said = new WeakMap();

/**
 * @param {Element} root
 * @param {{heads: number, walk_ins: number}} presence
 * @param {import("./guests.js").Guest[]} guests
 * @param {{unsent: number, refused: number}} left  what is not done with: not sent yet, or sent and not accepted
 */
export function drawCounter(root, presence, guests, { unsent, refused }) {
  const coming = guests.filter(({ state }) => state === "c").reduce((sum, { party }) => sum + party, 0);
  const numbers = { here: presence.heads, coming, "walk-ins": presence.walk_ins, unsent, refused };
  const before = said.get(root) ?? {};
  const changed = Object.keys(numbers).filter((name) => numbers[name] !== before[name]);
  for (const name of changed) count(root, name, numbers[name]);
  if (changed.length) show(root, presence.walk_ins ? "walk-ins" : "", unsent ? "unsent" : "", refused ? "refused" : "", unsent || refused ? "" : "sent");
  said.set(root, numbers);
}

/**
 * The other tablets: what they know and have not told is not counted above.
 * @param {Element} root
 * @param {[string, string, string|null][]} stations  id, name, when it was heard last
 * @param {number} now
 */
export function drawOthers(root, stations, now) {
  const list = root.querySelector("[data-list=others]");
  const items = new Map([...list.children].map((item) => [item.dataset.id, item]));
  const template = root.querySelector("template[data-other]");
  const drawn = stations.map(([id]) => items.get(id) ?? template.content.firstElementChild.cloneNode(true));
  arrange(list, drawn);
  for (const [place, [id, tablet, heard]] of stations.entries()) {
    const told = drawn[place].querySelector("mo-tablet");
    drawn[place].dataset.id = id;
    fill(told, { tablet });
    moment(told, "heard", heard, now);
    show(told, heard ? "heard" : "never");
  }
}
