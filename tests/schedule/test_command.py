"""``flask --app app calendar import FILE``."""

from pathlib import Path

import pytest
from sqlalchemy import func, select

from mo_app.schedule.models import Event

PROGRAMME = str(Path(__file__).parents[1] / "data" / "programme.ics")


@pytest.fixture
def run(app, spring):
    runner = app.test_cli_runner()
    return lambda *args: runner.invoke(args=["calendar", "import", *args])


def count(app) -> int:
    with app.app_context():
        return app.extensions["sqlalchemy"].session.scalar(select(func.count()).select_from(Event))


def test_it_says_what_it_did(run, app):
    result = run(PROGRAMME)
    assert result.exit_code == 0, result.output
    assert result.output.splitlines()[-1] == "28 new, 0 changed, 0 cancelled, 0 unchanged, and 3 not read"
    assert (
        "+ Thu, 7 May 2026, 17:30–20:00  Monatstreffen der Migrantenorganisationen (moderiert)"
        in result.output
    )
    assert "! line 242, Ende vor Anfang: It ends before it starts." in result.output
    assert count(app) == 28
    assert "0 new, 0 changed, 0 cancelled, 28 unchanged" in run(PROGRAMME).output


def test_a_preview_does_nothing(run, app):
    assert "28 new" in run(PROGRAMME, "--preview").output
    assert count(app) == 0


def test_what_is_no_calendar_is_an_error(run, tmp_path):
    file = tmp_path / "letter.txt"
    file.write_text("Dear all")
    result = run(str(file))
    assert result.exit_code == 1
    assert "This file is not a calendar." in result.output
