"""Real servers and real load: gunicorn as ``bin/run`` starts it, and wrk."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

WORKERS = ["--workers", "2", "--threads", "4"]
START_LIMIT = 30  # seconds
ACCEPT = "Accept-Encoding: gzip"


@contextmanager
def serving(application: str, environ: Mapping[str, str], port: int) -> Iterator[str]:
    """A gunicorn of its own; yields its origin."""
    command = [sys.executable, "-m", "gunicorn", *WORKERS, "--bind", f"127.0.0.1:{port}", application]
    process = subprocess.Popen(command, env=os.environ | environ, stderr=subprocess.DEVNULL)
    try:
        _wait_for(f"http://127.0.0.1:{port}/")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def requests_per_second(url: str, *, seconds: int, script: Path | None = None, cookie: str = "") -> float:
    """What wrk counts with 16 connections. Raises RuntimeError if an answer is not 2xx."""
    command = ["wrk", "-t2", "-c16", f"-d{seconds}s", "-H", ACCEPT]
    command += ["-H", f"Cookie: {cookie}"] if cookie else []
    command += ["-s", str(script)] if script else []
    said = subprocess.run([*command, url], capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in said or "Socket errors" in said:
        raise RuntimeError(f"{url} did not answer as it should:\n{said}")
    found = re.search(r"Requests/sec:\s+([\d.]+)", said)
    if not found:
        raise RuntimeError(said)
    return float(found[1])


def require_wrk() -> None:
    if not shutil.which("wrk"):
        raise SystemExit("bin/bench needs wrk, the HTTP load generator (Debian: apt install wrk).")


def _wait_for(url: str) -> None:
    until = time.monotonic() + START_LIMIT
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"{url} did not come up within {START_LIMIT} seconds")
