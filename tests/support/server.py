"""A real server: gunicorn with processes, port and database of its own, to be stopped, killed, restarted."""

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from sqlite3 import connect

from tests.support.port import Port

ROOT = Path(__file__).parents[2]
DATABASE = "mo.sqlite3"
STARTED_WITHIN = 60.0


@dataclass
class Server:
    """``origin`` is what browsers see: None is its own address. ``application``: what gunicorn loads."""

    data: Path
    origin: str | None = None
    application: str = "app:app"
    workers: int = 1
    threads: int = 4
    source: Path = ROOT
    """The tree that it is started from."""
    environ: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None
    was_down: bool = False
    """Whether it was stopped or killed since it began: then whoever was talking to it got no answer."""
    _port: Port = field(default_factory=Port)

    @property
    def port(self) -> int:
        return self._port.number

    @property
    def log(self) -> str:
        """The end of what it printed, over all its starts."""
        return self._log.read_text(errors="replace")[-3000:]

    @property
    def _log(self) -> Path:
        return self.data / "server.log"

    def begin(self, template: Path) -> None:
        """Run with a copy of this data folder, as if nothing had ever happened.

        To start takes a second, and a running server keeps nothing of its database in memory: where it still
        runs, the database alone is replaced.
        """
        if self.process is None or self.was_down:
            self.kill()
            shutil.rmtree(self.data, ignore_errors=True)
            shutil.copytree(template, self.data)
            self.source = ROOT
            self.start()
            self.was_down = False
        else:
            with (
                closing(connect(template / DATABASE)) as source,
                closing(connect(self.data / DATABASE)) as mine,
            ):
                source.backup(mine)

    def start(self) -> None:
        """Return once it answers."""
        self.data.mkdir(parents=True, exist_ok=True)
        with self._port.listen() as listener, self._log.open("ab") as log:
            # The listener is handed over, so a request that comes too early waits instead of failing.
            self.process = subprocess.Popen(
                self._command(listener.fileno()),
                cwd=self.source,
                env=self._environ(),
                pass_fds=[listener.fileno()],
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._ask_health()

    def stop(self) -> None:
        """As an operator stops it: requests under way are finished."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """As a power cut does: every process of it at once, nothing is finished."""
        self._end(signal.SIGKILL)

    def restart(self) -> None:
        self.stop()
        self.start()

    def end(self) -> None:
        self.kill()
        self._port.release()

    def _end(self, how: signal.Signals) -> None:
        if self.process is None:
            return
        if how is signal.SIGKILL:
            os.killpg(self.process.pid, how)
        else:
            self.process.send_signal(how)
        self.process.wait(timeout=STARTED_WITHIN)
        self._wait_until_refused()
        self.process, self.was_down = None, True

    def _wait_until_refused(self) -> None:
        """Of processes that are killed, some live on for a moment, and listen."""
        until = time.monotonic() + STARTED_WITHIN
        while self._port.is_listened_on():
            assert time.monotonic() < until, "it cannot be ended"
            time.sleep(0.01)

    def _command(self, listener: int) -> list[str]:
        return [
            *(sys.executable, "-m", "gunicorn", self.application),
            *("--bind", f"fd://{listener}"),
            *("--workers", str(self.workers), "--threads", str(self.threads)),
            *("--graceful-timeout", "3", "--no-control-socket"),
        ]

    def _environ(self) -> dict[str, str]:
        mine = {name: value for name, value in os.environ.items() if not name.startswith("MO_")}
        origin = self.origin or f"http://localhost:{self.port}"
        return mine | {"MO_DATA": str(self.data), "MO_ORIGIN": origin, "PORT": str(self.port)} | self.environ

    def _ask_health(self) -> None:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=STARTED_WITHIN)
        try:
            connection.request("GET", "/healthz")
            status = connection.getresponse().status
        except OSError as error:
            raise AssertionError(f"the server does not start:\n{self.log}") from error
        finally:
            connection.close()
        assert status == 200, f"the server is not well ({status}):\n{self.log}"
