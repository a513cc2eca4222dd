"""Every page that the app has, with something real to put into its address."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.routing import Rule

from mo_app.accounts.models import Organisation, Passkey
from mo_app.accounts.operations.invitations import invite
from mo_app.accounts.operations.recovery import start_recovery
from mo_app.kernel.actor import Role
from mo_app.schedule.imports import keep_upload
from tests.support.cast import Cast, clara_of
from tests.support.closed_evening import make_evening

CALENDAR = Path(__file__).parents[1] / "data" / "programme.ics"


@dataclass(frozen=True)
class Addresses:
    """``values``: by argument of a rule, or by endpoint and argument where it depends on that."""

    app: Flask
    values: dict[str, str]

    def in_language(self, language: str) -> Iterator[str]:
        """Raises KeyError where nobody has said what to put into a new page's address."""
        for rule in self.app.url_map.iter_rules():
            if "GET" in (rule.methods or ()) and rule.arguments >= {"language"}:
                yield self._fill(rule, language)

    def _fill(self, rule: Rule, language: str) -> str:
        arguments = {name: self._value(rule.endpoint, name) for name in rule.arguments - {"language"}}
        return self.app.url_map.bind("").build(rule.endpoint, arguments | {"language": language})

    def _value(self, endpoint: str, name: str) -> str:
        return self.values.get(f"{endpoint}.{name}") or self.values[name]


def make_addresses(app: Flask, session: Session, cast: Cast) -> Addresses:
    """Leaves behind, in the database, what the addresses name."""
    now, clara = datetime.now(UTC), clara_of(cast)
    organisation = session.scalars(select(Organisation.id).order_by(Organisation.name)).first()
    arrange: dict[str, Any] = {"session": session, "actor": clara, "now": now}
    _, invitation = invite(
        **arrange, role=Role.MEMBER, expires_at=now + timedelta(days=7), organisation_id=organisation, uses=5
    )
    _, recovery = start_recovery(**arrange, person_id=cast.people["amina"])
    passkey = _passkey(session, cast.people["clara"], now)
    doors = [endpoint for endpoint in app.view_functions if endpoint.startswith("door_desk.")]
    upload = keep_upload(**arrange, name=CALENDAR.name, data=CALENDAR.read_bytes(), language="de")
    return Addresses(
        app,
        {
            "event": cast.events["small"],
            "event_id": cast.events["small"],
            "person": cast.people["amina"],
            "organisation": organisation or "",
            "passkey": passkey,
            "upload_id": upload.id,
            "secret": invitation,
            "accounts.show_recovery.secret": recovery,
            "ways_in.accept.key": invitation,
            "ways_in.recover.key": recovery,
            "walk_in": make_evening(session, cast, now),
        }
        | {f"{endpoint}.event_id": cast.events["past"] for endpoint in doors},
    )


def _passkey(session: Session, person_id: str, now: datetime) -> str:
    passkey = Passkey(
        person_id=person_id,
        name="Pixel",
        credential_id=b"addresses",
        public_key=b"",
        sign_count=0,
        transports=["internal"],
        aaguid="00000000-0000-0000-0000-000000000000",
        backup_eligible=True,
        backed_up=True,
        created_at=now,
        last_used_at=None,
    )
    session.add(passkey)
    session.flush()
    return passkey.id
