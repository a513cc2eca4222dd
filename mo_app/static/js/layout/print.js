/** `<button type="button" data-print>`: what browsers hide in a menu. */
document.addEventListener("click", ({ target }) => {
  if (target.closest("[data-print]")) print();
});
