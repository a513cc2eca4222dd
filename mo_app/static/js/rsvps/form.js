/** The fields of an RSVP: filled from what was said, read, and checked where each of them stands. */
const FIELDS = ["party", "interpreting", "children", "step_free"];

/** @returns {{party: number, needs: {interpreting: string|null, children: number, step_free: boolean}}} */
export function readForm(form) {
  const { party, interpreting, children, step_free } = form.elements;
  return {
    party: Number(party.value),
    needs: {
      interpreting: interpreting.value.trim() || null,
      children: Number(children.value),
      step_free: step_free.checked,
    },
  };
}

/** @param {{party: number, needs: {interpreting: string|null, children: number, step_free: boolean}}} said */
export function fillForm(form, { party, needs }) {
  const { elements } = form;
  elements.party.value = String(party);
  elements.interpreting.value = needs.interpreting ?? "";
  elements.children.value = String(needs.children);
  elements.step_free.checked = needs.step_free;
  if (needs.interpreting || needs.children || needs.step_free) form.querySelector("details").open = true;
}

/** Shows the sentence of each field that is not right, moves to the first, and says whether all are right. */
export function checkForm(form) {
  const wrong = FIELDS.map((name) => form.elements[name]).filter((field) => !markField(field));
  wrong[0]?.closest("details")?.setAttribute("open", "");
  wrong[0]?.focus();
  return wrong.length === 0;
}

/** Shows or hides the sentence beside a field; says whether the field is right. */
export function markField(field) {
  const { party, children } = field.form.elements;
  children.setCustomValidity(Number(children.value) > Number(party.value) ? "more than people" : "");
  const right = field.checkValidity();
  const sentence = field.form.querySelector(`#${field.id}-error`);
  if (sentence) sentence.hidden = right;
  if (right) field.removeAttribute("aria-invalid");
  else field.setAttribute("aria-invalid", "true");
  return right;
}
