"""Static files: kept for ever under the build's name, small on the wire."""

import gzip

import pytest

from mo_app.web import static


@pytest.fixture
def client(client):
    """Reads files to their end and closes them, as a server does."""
    send = client.open
    client.open = lambda *args, **kwargs: send(*args, buffered=True, **kwargs)
    return client


def test_a_file_of_this_build_may_be_kept_for_ever(app, client):
    build = app.extensions["build"]
    response = client.get(f"/static/{build}/sw.js")
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert client.get("/static/0123456789ab/sw.js").headers["Cache-Control"] == "no-cache"
    assert client.get("/static/sw.js").headers["Cache-Control"] == "no-cache"


def test_scripts_travel_compressed_where_the_browser_takes_it(client):
    plain = client.get("/static/sw.js", headers={"Accept-Encoding": "identity"})
    packed = client.get("/static/sw.js", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert packed.headers["Vary"] == "Accept-Encoding"


def test_the_worker_is_never_kept_without_asking(client):
    response = client.get("/sw.js")
    assert response.mimetype == "text/javascript"
    assert response.headers["Cache-Control"] == "no-cache"


def test_the_precache_list_names_files_that_are_there(app, client):
    build = app.extensions["build"]
    text = client.get("/precache.js").text
    for path in static.precached_files():
        assert f'"/static/{build}/{path}"' in text
    assert client.get("/precache.js").mimetype == "text/javascript"


def test_the_entry_is_installed_last_so_that_where_it_is_everything_is():
    paths = static.precached_files()
    assert paths[-1] == "js/app.js"
    assert len(paths) == len(set(paths))


def test_the_build_changes_with_any_file(tmp_path):
    (tmp_path / "a.css").write_text("a")
    first = static.build_of(tmp_path)
    assert static.build_of(tmp_path) == first
    (tmp_path / "a.css").write_text("b")
    assert static.build_of(tmp_path) != first


def test_nothing_outside_the_folder_is_served(client):
    assert client.get("/static/../settings.py").status_code == 404
    assert client.get("/static/%2e%2e/settings.py").status_code == 404
