/** Whether somebody is in the middle of something here that must not be changed under their fingers. */

const TYPING = 'input:not([type="button"], [type="submit"], [type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]';

export function isBusy(root = document) {
  return (
    root.querySelector("dialog[open]") !== null ||
    root.activeElement?.matches(TYPING) === true ||
    [...root.querySelectorAll("input, textarea, select")].some(isDirty)
  );
}

function isDirty(field) {
  if (field.disabled || field.type === "hidden") return false;
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  if (field.options) return [...field.options].some((option) => option.selected !== option.defaultSelected && hasChoice(field));
  return field.value !== field.defaultValue;
}

/** A select without a marked option shows its first: that is nobody's choice. */
function hasChoice(field) {
  return [...field.options].some((option) => option.defaultSelected) || field.selectedIndex > 0;
}
