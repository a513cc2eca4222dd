"""Dates and counted sentences, in the languages that find them hardest."""

from datetime import UTC, date, datetime

import pytest
from flask import Flask

from mo_app.web.i18n import speaking
from mo_app.web.wording import counted, moment

EVENING = datetime(2026, 12, 3, 22, 30, tzinfo=UTC)
"""23:30 on Thursday in Leipzig, in winter time."""


@pytest.mark.parametrize(
    ("language", "form", "said"),
    [
        ("de", "day", "Donnerstag, 3. Dezember 2026"),
        ("en", "stamp", "Thu, Dec 3, 23:30"),
        ("uk", "month", "грудень 2026\u202fр."),
        ("ar", "day", "الخميس، 3 ديسمبر 2026"),
        ("de", "weekday", "Do."),
    ],
)
def test_a_moment_is_said_in_the_language_and_in_berlin_time(
    app: Flask, language: str, form: str, said: str
) -> None:
    with app.test_request_context(), speaking(language):
        assert moment(EVENING, form) == said


def test_a_day_has_no_time_zone(app: Flask) -> None:
    with app.test_request_context(), speaking("de"):
        assert moment(date(2026, 12, 3), "day") == "Donnerstag, 3. Dezember 2026"


@pytest.mark.parametrize(
    ("language", "categories"),
    [
        ("en", {"one", "other"}),
        ("uk", {"one", "few", "many"}),
        ("ar", {"zero", "one", "two", "few", "many", "other"}),
    ],
)
def test_a_counted_sentence_has_every_plural_form(app: Flask, language: str, categories: set[str]) -> None:
    with app.test_request_context(), speaking(language):
        html = counted("%(num)s not sent yet", "%(num)s not sent yet")
    assert {category for category in categories if f'data-plural="{category}"' in html} == categories
    assert html.count("data-plural=") == html.count(" hidden>") == len(categories)
    assert '<span data-slot="num"></span>' in html
