"""The document ``door/<event>``: what was recorded so far. Small, and of now; presence is derived from it."""

from typing import Any

from mo_app.checkin.models import Merge, Scan, WalkIn
from mo_app.checkin.records import live
from mo_app.sync import DocumentView


def scans_part(view: DocumentView) -> list[list[Any]]:
    """``[id, person, party, at, by]`` of those not taken back."""
    return [
        [scan.id, scan.subject, scan.party, scan.made_at.isoformat(), scan.by]
        for scan in live(view.session, Scan, view.key)
    ]


def walk_ins_part(view: DocumentView) -> list[list[Any]]:
    """``[id, name, organisation, organisation_text, party, at, by, consent]`` of those not taken back."""
    return [
        [
            walk_in.id,
            walk_in.name,
            walk_in.organisation_id,
            walk_in.organisation_text,
            walk_in.party,
            walk_in.made_at.isoformat(),
            walk_in.by,
            walk_in.consent,
        ]
        for walk_in in live(view.session, WalkIn, view.key)
    ]


def merges_part(view: DocumentView) -> list[list[str]]:
    """``[id, subject, subject]`` of those not taken back."""
    return [[merge.id, f"w:{merge.walk_in}", merge.into] for merge in live(view.session, Merge, view.key)]


PARTS = {"scans": scans_part, "walk_ins": walk_ins_part, "merges": merges_part}
