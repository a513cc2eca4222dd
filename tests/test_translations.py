"""The catalogs are complete, and say what the code says."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[1]
LANGUAGES = ["ar", "de", "uk"]


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> list[Message]:
    """Every message that the code marks today."""
    template = tmp_path_factory.mktemp("translations") / "messages.pot"
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    subprocess.run(["bin/translate", "--extract", template], cwd=ROOT, env={"PATH": path}, check=True)
    messages = [message for message in _read(template) if message.id]
    assert messages, "nothing was extracted"
    return messages


@pytest.fixture(scope="module", params=LANGUAGES)
def catalog(request: pytest.FixtureRequest) -> Catalog:
    return _read(ROOT / "translations" / request.param / "LC_MESSAGES" / "messages.po")


def test_nothing_is_untranslated(catalog, marked):
    missing = [message.id for message in marked if not _is_translated(catalog, message)]
    assert missing == []


def test_nothing_is_left_over(catalog, marked):
    known = {_key(message) for message in marked}
    assert [message.id for message in catalog if message.id and _key(message) not in known] == []


def test_values_have_the_same_names(catalog):
    for message in catalog:
        if isinstance(message.id, str):
            assert _values(message.string) == _values(message.id), message.id
            continue
        expected = _values(message.id[1])
        for form in message.string:
            assert expected - {"num"} <= _values(form) <= expected, message.id
        assert _values(message.string[-1]) == expected, message.id


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=None if path.suffix == ".pot" else path.parts[-3])


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _is_translated(catalog: Catalog, message: Message) -> bool:
    found = catalog.get(_key(message), message.context)
    if found is None or found.fuzzy or isinstance(found.id, str) is not isinstance(message.id, str):
        return False
    strings = [found.string] if isinstance(found.string, str) else list(found.string)
    forms = 1 if isinstance(message.id, str) else catalog.num_plurals
    return len(strings) == forms and all(strings)


def _values(text: str) -> set[str]:
    return set(re.findall(r"%\((\w+)\)[sd]", text))
