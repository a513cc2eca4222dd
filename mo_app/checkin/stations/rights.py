"""What a station may read: its own event while its time lasts, and nothing of who made it."""

from collections.abc import Sequence

from mo_app.kernel.actor import Actor


def reads(actor: Actor) -> Sequence[str]:
    """Ids of the events whose documents a station is given; none for anybody else."""
    return [actor.event_id] if actor.is_station and actor.event_id and not actor.delivers_only else []
