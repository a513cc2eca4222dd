/** The server's sentences at the fields that they are about. */

/** @param {Record<string, string>} errors by name of the field @returns {boolean} whether there were any */
export function mark(form, errors) {
  for (const field of form.elements) {
    if (!field.name) continue;
    const sentence = errors[field.name];
    const place = form.querySelector(`[data-error-of="${field.name}"]`);
    if (!place) continue;
    place.hidden = !sentence;
    place.querySelector("[data-slot]").textContent = sentence ?? "";
    field.setAttribute("aria-invalid", String(Boolean(sentence)));
  }
  form.querySelector('[aria-invalid="true"]')?.focus();
  return Object.keys(errors).length > 0;
}
