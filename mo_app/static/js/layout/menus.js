/** A menu (`<details data-menu>`) closes when one looks elsewhere: a tap beside it, Escape, the focus gone. */
const close = (except) => {
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    if (!menu.contains(except)) menu.open = false;
  }
};

document.addEventListener("click", (event) => close(event.target));
document.addEventListener("focusin", (event) => close(event.target));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = event.target.closest("details[data-menu][open]");
  close(null);
  menu?.querySelector("summary").focus();
});
