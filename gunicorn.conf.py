"""How gunicorn serves the app, at home and on a server. Gunicorn finds this file by itself."""

import os
from pathlib import Path
from typing import Any

bind = f"127.0.0.1:{os.environ.get('PORT') or 8000}"
workers = int(os.environ.get("WEB_CONCURRENCY") or 2)
threads = 4
graceful_timeout = 10
loglevel = "warning"
# Heartbeats of the workers are kept off the disk.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108


def when_ready(_server: Any) -> None:
    """Say where the app is as soon as it can be reached: `bin/run` prepares the words."""
    print(os.environ.get("MO_WELCOME") or f"Listening on {bind}", flush=True)  # noqa: T201
