"""Settings come from the environment and nowhere else; README lists them."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

DEFAULT_FUNDING_NOTICE = (
    "Diese Maßnahme wird mitfinanziert mit Steuermitteln auf Grundlage des vom Sächsischen Landtag "
    "beschlossenen Haushalts."
)

SHORTEST_KEPT, LONGEST_KEPT = 2, 120
"""Months. Tablets deliver for 30 days: what came after names were gone would count people twice."""

USUAL_PORTS = {"http": ":80", "https": ":443"}


@dataclass(frozen=True)
class Settings:
    origin: str
    """Scheme, host and port under which people open the app; also WebAuthn's origin."""
    database_url: str
    data: Path
    """Folder of everything that must be backed up."""
    host_name: str
    """The host association, as people know it."""
    funding_notice: str
    proxies: int
    """How many reverse proxies stand in front and say in X-Forwarded-For who asks."""
    names_kept_months: int
    """After an event, until the names of those who came are removed; the figures stay."""
    demo_secret: str | None
    """Set by ``bin/run`` at each start; while it is, the demo's sign-in links work."""

    @classmethod
    def from_environ(cls, environ: Mapping[str, str] = os.environ) -> "Settings":
        """Raises ValueError, in words for the operator, where a value cannot be meant."""
        data = Path(environ.get("MO_DATA") or "var").absolute()
        port = environ.get("PORT") or "8000"
        return cls(
            origin=_origin(environ.get("MO_ORIGIN") or f"http://localhost:{port}"),
            database_url=environ.get("MO_DATABASE_URL") or f"sqlite:///{data / 'mo.sqlite3'}",
            data=data,
            host_name=environ.get("MO_HOST_NAME") or "Haus der Begegnung",
            funding_notice=environ.get("MO_FUNDING_NOTICE") or DEFAULT_FUNDING_NOTICE,
            proxies=int(environ.get("MO_PROXIES") or 0),
            names_kept_months=_months(environ.get("MO_NAMES_KEPT_MONTHS") or "18"),
            demo_secret=environ.get("MO_DEMO_SECRET") or None,
        )

    @property
    def relying_party_id(self) -> str:
        """WebAuthn's RP ID: the host of the origin."""
        return urlsplit(self.origin).hostname or ""

    @property
    def secure(self) -> bool:
        return self.origin.startswith("https://")

    @property
    def session_cookie(self) -> str:
        """``__Host-`` ties it to this very host and to https (RFC 6265bis, section 4.1.3.2)."""
        return "__Host-mo" if self.secure else "mo"


def _months(value: str) -> int:
    months = int(value) if value.isdecimal() and len(value) < 4 else 0
    if not SHORTEST_KEPT <= months <= LONGEST_KEPT:
        allowed = f"from {SHORTEST_KEPT} to {LONGEST_KEPT}"
        raise ValueError(f"MO_NAMES_KEPT_MONTHS must be a number {allowed}, not {value!r}")
    return months


def _origin(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path.strip("/"):
        raise ValueError(f"MO_ORIGIN must look like https://example.org, not {value!r}")
    if parts.scheme == "http" and parts.hostname != "localhost":
        raise ValueError("MO_ORIGIN: passkeys work on https://, and on http://localhost for trying out")
    # Browsers leave the usual port out of what they call the origin.
    return f"{parts.scheme}://{parts.netloc.lower().removesuffix(USUAL_PORTS[parts.scheme])}"
