/** The two buttons beside a small number (`stepper` in _layout/macros/fields.html). */
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-step]");
  const input = button?.parentElement.querySelector("input");
  if (!input) return;
  const before = input.value;
  if (Number(button.dataset.step) > 0) input.stepUp();
  else input.stepDown();
  if (input.value === before) return;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.dispatchEvent(new Event("change", { bubbles: true }));
});
