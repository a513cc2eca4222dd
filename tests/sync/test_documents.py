"""What was touched reads differently after the commit, and only then."""

import pytest
from sqlalchemy.orm import Session

from mo_app.sync import touch_document
from mo_app.sync.models import DocumentVersion


def version(session: Session, key: str) -> int:
    entry = session.get(DocumentVersion, key, populate_existing=True)
    return entry.version if entry else 0


def test_touched_often_it_changes_once(session: Session) -> None:
    for _ in range(3):
        touch_document(session, "mine", owner="amina")
    session.commit()
    assert (version(session, "mine/amina"), version(session, "figures")) == (1, 0)


def test_a_rejected_operation_does_not_make_the_one_before_it_unheard(session: Session) -> None:
    """Each operation has a savepoint: that of the second is rolled back, the first is committed."""
    with session.begin_nested():
        touch_document(session, "mine", owner="amina")
    with pytest.raises(ValueError, match="rejected"), session.begin_nested():
        raise ValueError("rejected")
    session.commit()
    assert version(session, "mine/amina") == 1


def test_what_was_rolled_back_as_a_whole_did_not_happen(session: Session) -> None:
    assert version(session, "mine/amina") == 0
    touch_document(session, "mine", owner="amina")
    session.rollback()
    session.commit()
    assert version(session, "mine/amina") == 0
