"""What stands for people once nobody shall know any more who they were."""

from collections.abc import Collection

from mo_app.kernel.ids import new_id


def tokens_for(subjects: Collection[str]) -> dict[str, str]:
    """A random token for each, in the same order as they.

    The order decides for whom a walk-in stands that was merged into two people: it stays the same one.
    """
    tokens: set[str] = set()
    while len(tokens) < len(subjects):
        tokens.add(new_id())
    return dict(zip(sorted(subjects), sorted(tokens), strict=True))
