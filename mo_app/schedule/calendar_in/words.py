"""From what calendars write to plain text: HTML, control characters, and the kind of an event."""

import html
import re

import nh3

from mo_app.schedule.kinds import Kind

_BREAKS = {"p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "tr", "blockquote"}
_LOOKS_LIKE_HTML = re.compile(
    r"</?(?:p|br|div|span|b|strong|i|em|a|ul|ol|li|html|body|table|script|font|u)\b[^>]*>", re.IGNORECASE
)
_LINK = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")

_KINDS = (
    (Kind.WORKSHOP, re.compile(r"work-?shop|ورشة|воркшоп|майстерня", re.IGNORECASE)),
    (Kind.MEETING, re.compile(r"treffen|meeting|sitzung|اجتماع|لقاء|зустріч", re.IGNORECASE)),
)


def plain_text(value: str) -> str:
    """A description as text with line breaks; links keep their address, scripts and styles are gone."""
    return _tidy(_without_html(value) if _LOOKS_LIKE_HTML.search(value) else value)


def one_line(value: str) -> str:
    return " ".join(_tidy(value).split())


def guess_kind(categories: list[str], title: str) -> Kind:
    """By the categories first: a workshop may be *about* meetings."""
    for words in (*categories, title):
        for kind, pattern in _KINDS:
            if pattern.search(words):
                return kind
    return Kind.OTHER


def _without_html(value: str) -> str:
    safe = nh3.clean(
        value,
        tags=_BREAKS | {"a"},
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )
    safe = _LINK.sub(_written_out, re.sub(r"\s+", " ", safe))
    safe = safe.replace("<li>", "\n– ").replace("<br>", "\n")
    safe = re.sub(r"</(?:p|div|h\d|ul|ol|blockquote)>", "\n\n", re.sub(r"</(?:tr)>", "\n", safe))
    return html.unescape(nh3.clean(safe, tags=set()))


def _written_out(link: re.Match[str]) -> str:
    address, label = link[1], link[2].strip()
    shown = re.sub(r"^(?:mailto|tel):", "", address)
    return shown if not label or label.rstrip("/") == shown.rstrip("/") else f"{label} ({shown})"


def _tidy(value: str) -> str:
    value = _CONTROL.sub("", value.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " "))
    lines = [re.sub(r"[ \t]+", " ", line).strip() for line in value.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
