"""A device without a browser: an outbox, documents, pages, one exchange at a time."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

Json = dict[str, Any]
PROTOCOL = 1
MOST_OPERATIONS = 50
NOT_FINAL = "upgrade_required"


def is_final(result: Mapping[str, Any]) -> bool:
    """Whether this result is the server's last word on the operation."""
    return result["outcome"] in {"applied", "rejected"} and result["code"] != NOT_FINAL


@dataclass
class Device:
    """``person`` is None for a guest. What is saved stays in ``outbox`` until its final result came."""

    person: str | None
    languages: list[str] = field(default_factory=lambda: ["en"])
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    seq: int = 0
    outbox: list[Json] = field(default_factory=list)
    results: dict[str, Json] = field(default_factory=dict)
    acked: int = 0
    cursor: str | None = None
    documents: dict[str, Json] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    staged: dict[str, str | None] = field(default_factory=dict)

    def save(self, kind: str, payload: Json, *, made_at: datetime | None = None) -> Json:
        self.seq += 1
        made = (made_at or datetime.now(UTC)).isoformat().replace("+00:00", "Z")
        operation = {
            "id": str(uuid.uuid4()),
            "seq": self.seq,
            "kind": kind,
            "made_at": made,
            "payload": payload,
        }
        self.outbox.append(operation)
        return operation

    def say(self, event: str, *, going: bool, party: int = 1, interpreting: str | None = None) -> Json:
        """``rsvp.set``, on top of what this device knows."""
        needs = {"interpreting": interpreting, "children": 0, "step_free": False}
        payload = {"event": event, "going": going, "party": party, "needs": needs, "base": self.known(event)}
        return self.save("rsvp.set", payload)

    def known(self, event: str) -> int:
        """The version of this person's RSVP that the device has."""
        mine = self.documents.get("mine", {}).get("value", {})
        return mine.get("rsvps", {}).get(event, {}).get("version", 0)

    def request(self) -> Json:
        """What an exchange says now: the outbox in its order, and what of the rest is here already."""
        return {
            "protocol": PROTOCOL,
            "device": self.id,
            "person": self.person,
            "languages": self.languages,
            "client_now": datetime.now(UTC).isoformat().replace("+00:00", "Z"),
            "operations": self.outbox[:MOST_OPERATIONS],
            "have": {
                "cursor": self.cursor,
                "documents": {key: document["version"] for key, document in self.documents.items()},
            },
            "want": [],
        }

    def take(self, answer: Mapping[str, Any]) -> None:
        """Take an answer in, as one transaction would."""
        for result in answer["results"]:
            if is_final(result):
                self.results.setdefault(result["id"], result)
        self.outbox = [operation for operation in self.outbox if operation["id"] not in self.results]
        self.acked = max(self.acked, answer["acked"] or 0)
        self.documents |= answer["documents"]
        if answer["stale"]:
            return
        if answer["begins"]:
            self.staged = {}
        self.staged |= {page["url"]: page["html"] for page in answer["pages"]} | dict.fromkeys(answer["gone"])
        self.cursor = answer["cursor"]
        if not answer["more"]:
            every = self.staged if answer["whole"] else self.pages | self.staged
            self.pages = {url: html for url, html in every.items() if html is not None}
            self.staged = {}

    @property
    def mine(self) -> Json:
        return self.documents["mine"]["value"]

    @property
    def figures(self) -> Json:
        return self.documents["figures"]["value"]
