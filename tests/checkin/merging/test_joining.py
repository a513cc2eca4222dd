"""Dina came without an entry, is invited with a QR code, and joins: the evening is hers."""

import pytest

from mo_app.accounts import hooks
from mo_app.accounts.errors import InvitationRevoked
from mo_app.accounts.models import Invitation, Person
from mo_app.accounts.queries import open_invitation
from mo_app.checkin.closing.changes import changes_since
from mo_app.checkin.closing.figures import figures_of
from mo_app.checkin.closing.operations import close_event, fingerprint
from mo_app.checkin.merging.joining import invite_walk_in
from mo_app.checkin.models import InvitedWalkIn
from mo_app.checkin.records import Records
from mo_app.kernel.errors import Forbidden, NotFound
from mo_app.web.i18n import say, speaking
from tests.accounts.authenticator import Authenticator
from tests.accounts.ceremonies import join
from tests.rsvps.cast import EVA, add_person


@pytest.fixture
def invites(app, session, clock, evening):
    add_person(session, clock, EVA)

    def invites(walk_in, actor=EVA, event_id=None):
        session.flush()
        doing = {"session": session, "actor": actor, "now": clock.now()}
        return invite_walk_in(**doing, event_id=event_id or evening.id, walk_in_id=walk_in)

    return invites


@pytest.fixture
def joins(session, clock):
    """Whoever holds the link; what the ceremony around it does is tested with the accounts."""

    def joins(secret, name="Dina Saad"):
        invitation = open_invitation(session=session, key=secret, now=clock.now())
        person = Person(
            name=name, language="de", organisation_id=invitation.organisation_id, created_at=clock.now()
        )
        session.add(person)
        session.flush()
        hooks.joined(session=session, person=person, invitation=invitation, now=clock.now())
        return person

    return joins


def test_the_invitation_has_her_name_and_the_organisation_that_she_typed(invites, door, session, saba, clock):
    secret = invites(door.adds("Dina Saad", organisation_text="saba e.V."))
    invitation = open_invitation(session=session, key=secret, now=clock.now())
    assert (invitation.name, invitation.organisation_id, invitation.role) == ("Dina Saad", saba.id, "member")
    assert invitation.uses_allowed == 1


def test_when_she_joins_the_evening_is_hers(invites, joins, door, session, evening):
    walk_in = door.adds("Dina Saad", 3)
    dina = joins(invites(walk_in))
    presence = Records(session, evening.id).presence
    assert (presence.people, presence.heads, presence.walk_ins) == (1, 3, 0)
    assert presence.present[f"p:{dina.id}"].walk_ins == (walk_in,)


def test_after_closing_it_is_told_why(invites, joins, door, session, evening, clock):
    walk_in = door.adds("Dina Saad", 3)
    secret = invites(walk_in)
    seen = fingerprint(figures_of(session, evening.id), None)
    clock.advance(evening.over_at - clock.now())
    closing = close_event(session=session, actor=EVA, now=clock.now(), event_id=evening.id, seen=seen)
    joins(secret)
    [[change]] = changes_since(session, evening.id, [closing])
    with speaking("en"):
        assert say(change.what) == "The same: \u2068Dina Saad\u2069 and \u2068Dina Saad\u2069"
        assert (change.who, say(change.why)) == ("Eva", "Accepted the invitation, and is a member now.")


def test_any_other_invitation_concerns_nobody_at_the_door(joins, invites, door, session, evening, clock):
    secret = invites(door.adds("Dina Saad"))
    session.delete(session.query(InvitedWalkIn).one())
    joins(secret)
    assert Records(session, evening.id).presence.walk_ins == 1


def test_only_a_coordinator_invites_and_only_whoever_came(invites, door, session, evening, amina):
    walk_in = door.adds("Dina Saad")
    with pytest.raises(Forbidden):
        invites(walk_in, actor=door.actor)
    with pytest.raises(NotFound):
        invites("00000000-0000-4000-8000-000000000000")
    with pytest.raises(NotFound):
        invites(walk_in, event_id="x" * 16)
    door.undoes(walk_in)
    session.flush()
    with pytest.raises(NotFound):
        invites(walk_in)
    assert session.query(Invitation).count() == 0


def test_of_two_invitations_only_the_later_one_is_good(invites, joins, door, session, evening):
    walk_in = door.adds("Dina Saad")
    first, second = invites(walk_in), invites(walk_in)
    with pytest.raises(InvitationRevoked):
        joins(first)
    joins(second)
    with pytest.raises(NotFound):
        invites(walk_in)


def test_the_whole_way_with_her_phone(client, invites, door, session, evening, clock):
    secret = invites(door.adds("Dina Saad", 3))
    session.commit()
    joined = join(client, Authenticator("http://localhost:8000"), secret, name="Dina Saad")
    assert joined.status_code == 200, joined.data
    dina = session.query(Person).filter_by(name="Dina Saad").one()
    assert Records(session, evening.id).presence.present[f"p:{dina.id}"].heads == 3
