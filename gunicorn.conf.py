"""How gunicorn serves the app, here and on a server: ``gunicorn app:app`` finds this file by itself."""

import os
from pathlib import Path

bind = f"127.0.0.1:{os.environ.get('PORT') or 8000}"
workers = int(os.environ.get("WEB_CONCURRENCY") or 2)
threads = 4
graceful_timeout = 5
loglevel = "warning"
# Signals are enough to control it; a socket in the home folder is one thing more to guard.
control_socket_disable = True
# Heartbeats of the workers are kept off the disk.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108
