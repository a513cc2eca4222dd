/**
 * Whether somebody is in the middle of something here that must not be changed under their fingers: a dialog is open,
 * the cursor is in a field, or a field was changed and its form neither sent nor reset.
 */
const TYPING = "input:not([type=button], [type=submit], [type=checkbox], [type=radio]), textarea, select, [contenteditable=true]";
const touched = new Set();
const waiting = new Set();

export function start() {
  document.addEventListener("input", ({ target }) => touched.add(target));
  document.addEventListener("submit", ({ target }) => settle(target));
  document.addEventListener("reset", ({ target }) => settle(target));
  document.addEventListener("focusout", look);
  document.addEventListener("close", look, true); // dialogs' does not bubble
}

/** What was entered in this form is no longer a draft. */
export function settle(form) {
  for (const field of touched) if (field.form === form) touched.delete(field);
  look();
}

export function isBusy() {
  for (const field of touched) if (!field.isConnected) touched.delete(field);
  return touched.size > 0 || document.querySelector("dialog[open]") !== null || document.activeElement?.matches(TYPING) === true;
}

/** Once, when hands are free: now, or later. */
export function whenFree(act) {
  if (isBusy()) waiting.add(act);
  else act();
}

/** After the event, when the focus is where it goes. */
function look() {
  setTimeout(() => {
    if (isBusy()) return;
    for (const act of waiting) act();
    waiting.clear();
  });
}
