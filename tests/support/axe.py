"""What axe-core, and a look at the layout, find on the page in view."""

from pathlib import Path

from playwright.sync_api import BrowserContext, Page

SOURCE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"

FIND = """async (rules) => {
  const options = { resultTypes: ["violations"], ...(rules && { runOnly: rules }) };
  const { violations } = await axe.run(document, options);
  const place = (node) => `${node.target.join(" ")} (${node.any[0]?.message ?? node.all[0]?.message ?? ""})`;
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${place(node)}`));
}"""

TARGETS = "button, summary, select, textarea, input, .button, .tab, a.row, .check"
# WCAG 2.2, 2.5.5: 44 pixels; a link within a sentence is excepted.
LOOK = """(targets) => {
  const found = [...document.querySelectorAll(targets)];
  const small = found
    .filter((one) => one.checkVisibility() && !one.closest(".check > *"))
    .filter((one) => Math.round(one.getBoundingClientRect().height) < 44)
    .map((one) => `too small for a thumb: ${one.outerHTML.slice(0, 120)}`);
  const wide = document.documentElement.scrollWidth - innerWidth;
  return wide > 0 ? [...small, `scrolls sideways by ${wide} px`] : small;
}"""


def bring_axe(context: BrowserContext) -> None:
    """For every page opened from now on.

    An init script is none of the page's, so its policy does not forbid it.
    """
    context.add_init_script(path=SOURCE)


def complaints(page: Page) -> list[str]:
    """Light, dark, and the layout. What a scheme changes are colours: the second look is for them alone."""
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    found = [*page.evaluate(FIND), *page.evaluate(LOOK, TARGETS)]
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    return found + [f"dark: {each}" for each in page.evaluate(FIND, ["color-contrast"])]
