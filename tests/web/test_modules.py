"""A page from the network names all modules that it needs, so that they come together."""

from pathlib import Path

from flask.testing import FlaskClient

from mo_app.web.modules import modules_of


def test_modules_are_found_through_the_modules_between(tmp_path: Path) -> None:
    (tmp_path / "js" / "deep").mkdir(parents=True)
    (tmp_path / "js" / "app.js").write_text('import "./a.js";\nimport {\n  b,\n} from "./deep/b.js";\n')
    (tmp_path / "js" / "a.js").write_text(
        'export { c } from "../c.js";\nconst later = () => import("./later.js");\n'
    )
    (tmp_path / "js" / "deep" / "b.js").write_text('import * as a from "../a.js";\n')
    (tmp_path / "c.js").write_text("export const c = 1;\n")
    assert modules_of("js/app.js", tmp_path) == ["js/app.js", "js/a.js", "js/deep/b.js", "c.js"]


def test_pages_name_their_modules_and_nothing_else_does(client: FlaskClient) -> None:
    link = client.get("/de/offline").headers["Link"]
    assert "js/app.js>; rel=modulepreload" in link
    assert "js/offline/store.js>; rel=modulepreload" in link
    assert "Link" not in client.get("/precache.js").headers
