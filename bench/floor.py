"""Floors: what the ground itself can do, with nothing of ours on it."""

import sqlite3
import time
from pathlib import Path

from flask import Flask

PAGE = "x" * 10_240

app = Flask(__name__)


@app.get("/")
def constant() -> str:
    """10 KB without looking anything up."""
    return PAGE


def durable_commits(folder: Path, seconds: float) -> float:
    """One-row commits a second to SQLite in WAL mode with ``synchronous = FULL``."""
    connection = sqlite3.connect(folder / "floor.sqlite3", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, text TEXT)")
    done, began = 0, time.perf_counter()
    while time.perf_counter() - began < seconds:
        connection.execute("INSERT INTO row (text) VALUES ('rsvp.set')")
        done += 1
    return done / (time.perf_counter() - began)
