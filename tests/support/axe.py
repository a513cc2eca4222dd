"""What axe-core, and a look at the layout, find on the page in view."""

from pathlib import Path

from playwright.sync_api import BrowserContext, Page

SOURCE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"

FIND = r"""async (rules) => {
  const found = await axe.run(document, { resultTypes: ["violations"], ...(rules && { runOnly: rules }) });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(" ")} (${node.any[0]?.message ?? ""})`).join("\n    ")}`);
}"""

# WCAG 2.2, 2.5.5: 44 pixels; a link within a sentence is excepted.
LOOK = """() => {
  const targets = "button, summary, select, textarea, [role=button], .button, .tab, .row[href], .check, .jump, "
    + "input:not([type=checkbox], [type=radio], [type=hidden])";
  const small = [...document.querySelectorAll(targets)].filter((one) => one.checkVisibility())
    .filter((one) => Math.round(one.getBoundingClientRect().height) < 44)
    .map((one) => `too small for a thumb: ${one.outerHTML.slice(0, 120)}`);
  const wide = document.documentElement.scrollWidth - innerWidth;
  return wide > 0 ? [...small, `scrolls sideways by ${wide} px`] : small;
}"""


def bring_axe(context: BrowserContext) -> None:
    """For every page opened from now on; an init script is none of the page's, so its policy does not forbid it."""
    context.add_init_script(path=SOURCE)


def complaints(page: Page) -> list[str]:
    """Light, dark, and the layout. What a scheme changes are colours alone, so the second look is for them."""
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    found = [*page.evaluate(FIND), *page.evaluate(LOOK)]
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    return found + [f"dark: {each}" for each in page.evaluate(FIND, ["color-contrast"])]
