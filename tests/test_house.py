"""The order of the house: who may know whom, and what stands where."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "mo_app"

FLOORS = [
    {"kernel", "settings"},
    {"web"},
    {"sync"},
    {"notices", "offline"},
    {"accounts"},
    {"organisations"},
    {"rooms", "topics"},
    {"schedule"},
    {"library", "rsvps"},
    {"checkin"},
    {"city"},
    {"start"},
    {"demo"},
]
"""From the ground up. A part knows itself and the floors below, never its neighbours or what stands on it."""
FLOOR = {part: number for number, parts in enumerate(FLOORS) for part in parts}

MODULES = sorted(PACKAGE.rglob("*.py"))


def names(path: Path) -> str:
    return str(path.relative_to(ROOT))


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> Iterator[tuple[str, ast.stmt]]:
    """The absolute names of the modules that a file imports, and what it takes from them."""
    package = (*path.relative_to(ROOT).with_suffix("").parts,)[:-1]
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*above, *([node.module] if node.module else [])])
            yield from ((f"{module}.{alias.name}", node) for alias in node.names)


@pytest.mark.parametrize("path", [path for path in MODULES if path.parent != PACKAGE], ids=names)
def test_imports_point_downwards(path):
    part = part_of(path)
    assert part in FLOOR, f"{part} has no floor yet: say in FLOORS where it belongs"
    for name, _ in imports_of(path):
        if name.startswith("mo_app."):
            other = name.split(".")[1]
            assert other == part or FLOOR.get(other, len(FLOORS)) < FLOOR[part], f"{part} may not know {name}"


@pytest.mark.parametrize("path", MODULES, ids=names)
def test_imports_stand_at_the_top(path):
    tree = ast.parse(path.read_text())
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    inside = [
        node.lineno
        for function in functions
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inside == []


@pytest.mark.parametrize("path", [path for path in MODULES if part_of(path) == "kernel"], ids=names)
def test_the_kernel_knows_no_web_framework(path):
    assert [name for name, _ in imports_of(path) if name.startswith(("flask", "werkzeug"))] == []


BELOW_ROUTES = [path for path in MODULES if path.stem in {"models", "queries", "operations"}]


@pytest.mark.parametrize("path", BELOW_ROUTES, ids=names)
def test_below_the_routes_nobody_reads_the_request_or_commits(path):
    assert [name for name, _ in imports_of(path) if name.split(".")[0] == "flask"] == []
    assert re.findall(r"\.commit\(", path.read_text()) == []


FEATURE_ROUTES = [path for path in MODULES if path.stem == "routes" and FLOOR[part_of(path)] > FLOOR["sync"]]


@pytest.mark.parametrize("path", FEATURE_ROUTES, ids=names)
def test_routes_hold_no_queries(path):
    assert [name for name, _ in imports_of(path) if name in {"sqlalchemy.select", "sqlalchemy.text"}] == []


def test_one_module_opens_the_device_database():
    scripts = (PACKAGE / "static" / "js").rglob("*.js")
    opening = [names(path) for path in scripts if re.search(r"indexedDB\.open|openDB\(", path.read_text())]
    assert opening in ([], ["mo_app/static/js/offline/store.js"])
