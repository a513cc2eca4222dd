"""The rules of the stylesheet: layers, colours, directions, contrast, size."""

import gzip
import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from mo_app.web.stylesheet import CSS, stylesheet

FILES = sorted(CSS.rglob("*.css"))
TOKENS = (CSS / "tokens.css").read_text()
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
RAW_COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|lab|color)\(", re.IGNORECASE)
PHYSICAL = re.compile(
    r"^\s*(?:(?:margin|padding|border|inset)-(?:left|right|top|bottom)|left|right|top|bottom"
    r"|(?:min-|max-)?(?:width|height)|(?:text-align|float|clear)\s*:\s*(?:left|right))\b(?!.*\{)",
    re.MULTILINE,
)
MOST_BYTES = 12 * 1024


def names(path: Path) -> str:
    return str(path.relative_to(CSS))


@pytest.mark.parametrize("path", FILES, ids=names)
def test_a_file_belongs_to_one_layer(path: Path) -> None:
    text = COMMENT.sub("", path.read_text())
    layer = "components" if path.parent.name == "components" else path.stem
    assert re.findall(r"@layer (\w+) \{", text) == [layer]


@pytest.mark.parametrize("path", [path for path in FILES if path.stem != "tokens"], ids=names)
def test_colours_stand_in_the_tokens_alone(path: Path) -> None:
    assert RAW_COLOUR.findall(COMMENT.sub("", path.read_text())) == []


@pytest.mark.parametrize("path", FILES, ids=names)
def test_directions_are_logical(path: Path) -> None:
    assert PHYSICAL.findall(COMMENT.sub("", path.read_text())) == []


@pytest.mark.parametrize("path", FILES, ids=names)
def test_every_token_that_is_used_exists(path: Path) -> None:
    everywhere = "".join(file.read_text() for file in FILES)
    used = set(re.findall(r"var\((--[\w-]+)\)", path.read_text()))
    assert used - set(re.findall(r"(--[\w-]+):", everywhere)) == set()


READ = ["ink", "ink-soft", "accent", "brick", "leaf", "sun-ink"]
"""Colours of text, each readable on the page and on a card."""
TEXT = [(ink, ground) for ink in READ for ground in ("paper", "surface")] + [
    ("ink-soft", "sunk"),
    ("accent", "accent-soft"),
    ("ink", "accent-soft"),
    ("leaf", "leaf-soft"),
    ("ink", "leaf-soft"),
    ("sun-ink", "sun-soft"),
    ("ink", "sun-soft"),
    ("brick", "brick-soft"),
    ("ink", "brick-soft"),
    ("on-accent", "accent"),
    ("on-accent", "accent-deep"),
    ("on-leaf", "leaf"),
    ("on-sun", "sun"),
    ("on-hero", "hero"),
    ("on-hero", "hero-seat"),
    ("paper", "ink-soft"),
]
EDGES = [("line-strong", "paper"), ("line-strong", "surface"), ("accent", "paper"), ("sun", "hero")]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_has_contrast(ink: str, ground: str, scheme: str) -> None:
    """WCAG 2.2, 1.4.3: 4.5 : 1."""
    assert contrast(colours(scheme)[ink], colours(scheme)[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_of_controls_have_contrast(edge: str, ground: str, scheme: str) -> None:
    """WCAG 2.2, 1.4.11: 3 : 1."""
    assert contrast(colours(scheme)[edge], colours(scheme)[ground]) >= 3


def test_it_is_one_small_request(app: Flask, client: FlaskClient) -> None:
    answer = client.get(f"/static/{app.extensions['build']}/css/app.css")
    assert answer.text == stylesheet(CSS)
    assert "immutable" in answer.headers["Cache-Control"]
    assert client.get("/static/css/app.css").headers["Cache-Control"] == "no-cache"
    assert len(gzip.compress(answer.data, 9)) <= MOST_BYTES


def colours(scheme: str) -> dict[str, str]:
    light, dark = TOKENS.split("@media screen and (prefers-color-scheme: dark)")
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light))
    return found | (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", dark)) if scheme == "dark" else {})


def contrast(one: str, other: str) -> float:
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
