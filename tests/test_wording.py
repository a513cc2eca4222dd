"""Every visible word can be translated: text goes through gettext, as whole sentences with named values."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

ROOT = Path(__file__).parents[1]
TEMPLATES = sorted((ROOT / "mo_app" / "templates").rglob("*.html"))
SCRIPTS = sorted(path for path in (ROOT / "mo_app" / "static" / "js").rglob("*.js"))

SHOWN_ATTRIBUTES = {"alt", "aria-description", "aria-label", "aria-roledescription", "placeholder", "title"}
CONTENT_OF_METAS = {"description", "application-name", "apple-mobile-web-app-title"}
WORD = re.compile(r"[^\W\d_]{2,}")
ATTRIBUTE = re.compile(r'[\w-]*="[^"]*"')  # macros write attributes where no tag is to be seen
SENTENCE = re.compile(r"[A-ZÄÖÜ]\w+ \w")
MARKERS = {"_", "gettext", "ngettext", "counted"}


def names(path: Path) -> str:
    return str(path.relative_to(ROOT))


class VisibleText(HTMLParser):
    """What a template shows that no expression made."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in {"script", "style"}
        values = dict(attrs)
        shown = SHOWN_ATTRIBUTES | ({"content"} if values.get("name") in CONTENT_OF_METAS else set())
        self.found += [value for name, value in attrs if name in shown and value and WORD.search(value)]

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        text = ATTRIBUTE.sub("", data)
        if not self.silent and WORD.search(text):
            self.found.append(text.strip())


def without_jinja(source: str) -> str:
    return re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", source, flags=re.DOTALL)


@pytest.mark.parametrize("path", TEMPLATES, ids=names)
def test_a_template_shows_no_unmarked_text(path):
    visible = VisibleText()
    visible.feed(without_jinja(path.read_text()))
    assert visible.found == []


@pytest.mark.parametrize("path", TEMPLATES, ids=names)
def test_a_marked_text_is_a_constant_with_named_values(path):
    """Only a constant can be extracted (a name was, where N_ marked it); only a named value can move."""
    tree = Environment(extensions=["jinja2.ext.i18n"], autoescape=True).parse(path.read_text())
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in MARKERS:
            texts = call.args[: 1 if call.node.name in {"_", "gettext"} else 2]
            for text in texts:
                assert isinstance(text, nodes.Const | nodes.Name | nodes.Getattr | nodes.Getitem), call.lineno
                if isinstance(text, nodes.Const):
                    assert not re.search(r"%[sd]|\{\w*\}", text.value), f"line {call.lineno}: {text.value}"


@pytest.mark.parametrize("path", TEMPLATES, ids=names)
def test_a_sentence_handed_on_is_marked(path):
    tree = Environment(extensions=["jinja2.ext.i18n"], autoescape=True).parse(path.read_text())
    calls = [call for call in tree.find_all(nodes.Call) if isinstance(call.node, nodes.Name)]
    marked = {id(text) for call in calls if call.node.name in MARKERS for text in call.find_all(nodes.Const)}
    loose = [
        text for text in tree.find_all(nodes.Const) if isinstance(text.value, str) and id(text) not in marked
    ]
    assert [text.value for text in loose if SENTENCE.match(text.value)] == []


@pytest.mark.parametrize("path", SCRIPTS, ids=names)
def test_a_script_has_no_wording(path):
    """What people read stands in the page, translated; a script chooses what to show."""
    shown = re.findall(
        r"(?:textContent|innerText|innerHTML|title|ariaLabel)\s*=\s*[\"'`]([^\"'`]*)", path.read_text()
    )
    assert [text for text in shown if WORD.search(text)] == []
