/** The figures above the list. */
import { arrange } from "../../offline/items.js";
import { count, fill, moment, show } from "../../offline/words.js";

/**
 * @param {Element} root
 * @param {{heads: number, walk_ins: number}} presence
 * @param {import("./guests.js").Guest[]} guests
 * @param {any} view
 * @param {ReturnType<typeof import("./facts.js").factsOf>} facts
 */
export function drawCounter(root, presence, guests, view, { door, me }) {
  const coming = guests.filter(({ state }) => state === "c").reduce((sum, { party }) => sum + party, 0);
  const numbers = { here: presence.heads, coming, "walk-ins": presence.walk_ins, unsent: view.unsent.length };
  for (const [name, number] of Object.entries(numbers)) count(root, name, number);
  show(root, presence.walk_ins ? "walk-ins" : "", view.unsent.length ? "unsent" : "sent");
  drawOthers(root, (door?.stations ?? []).filter(([id]) => id !== me), Date.now() + view.offset);
}

/** The other tablets: what they know and have not told is not counted above. */
function drawOthers(root, stations, now) {
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
