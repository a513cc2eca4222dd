/** Lists that are drawn again under somebody's fingers: what stands right is not moved, and the focus is not lost. */

/**
 * Put the items into the list, in this order. An element that is moved loses the focus, and the tap that it is under.
 * @param {Element} list
 * @param {Element[]} items
 */
export function arrange(list, items) {
  for (const item of [...list.children]) if (!items.includes(item)) item.remove();
  for (const [place, item] of items.entries()) {
    if (list.children[place] !== item) list.insertBefore(item, list.children[place] ?? null);
  }
}

/**
 * Draw; where that hides or removes what had the focus, it goes to what can be done instead (the last of the buttons in
 * the same item, which never deletes), else to the heading of the section, else to that of the page.
 * @param {HTMLElement} root
 * @param {() => void} draw
 */
export function keepFocus(root, draw) {
  const held = root.contains(document.activeElement) ? document.activeElement : null;
  const item = held?.closest("[data-id]");
  const section = held?.closest("section");
  draw();
  if (!held || isShown(held)) return;
  const buttons = [...(item?.querySelectorAll("button") ?? [])].filter(isShown);
  const next = buttons.at(-1) ?? [section?.querySelector("h2"), document.querySelector("h1")].find(isShown);
  if (!next) return;
  if (next.localName !== "button") next.tabIndex = -1;
  next.focus();
}

const isShown = (element) => element?.getClientRects().length > 0;
