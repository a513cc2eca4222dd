/** What the fields of the dialogs have in common. */
import { count } from "../../offline/words.js";

/** Shows or hides the sentence beside a field; says whether the field is right. */
export function markField(field) {
  const right = field.checkValidity();
  field.form.querySelector(`#${field.id}-error`).hidden = right;
  if (right) field.removeAttribute("aria-invalid");
  else field.setAttribute("aria-invalid", "true");
  return right;
}

/** Says a number in words while it is right; while it is not, the last right one stays said. */
export function countRight(root, name, field) {
  if (field.validity.valid) count(root, name, Number(field.value));
}

/** What was marked before is no longer. */
export function unmark(form) {
  for (const field of form.querySelectorAll("[aria-invalid]")) {
    field.removeAttribute("aria-invalid");
    form.querySelector(`#${field.id}-error`).hidden = true;
  }
}
