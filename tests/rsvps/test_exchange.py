"""Through the exchange, as devices do it: once, twice, in another order, and with what cannot be right."""

from uuid import uuid4

import pytest

from mo_app.accounts.operations.sign_ins import start_sign_in
from mo_app.rsvps.models import RsvpChange

PHONE = str(uuid4())


@pytest.fixture
def evening(eva, amina, session, clock, client):
    """Four places; Amina is signed in."""
    evening = eva.plans(capacity=4)
    token = start_sign_in(session=session, person_id=amina.actor.person_id, device="Firefox", now=clock.now())
    session.commit()
    client.set_cookie("mo", token)
    return evening


@pytest.fixture
def send(client, amina, evening):
    """Some operations at once; answers with the exchange's whole answer."""

    def send(*operations):
        about = {"protocol": 1, "person": amina.actor.person_id, "languages": ["en"], "client_now": ""}
        answer = client.post("/sync", json={**about, "device": PHONE, "operations": list(operations)})
        assert answer.status_code == 200, answer.text
        return answer.json

    return send


@pytest.fixture
def saying(evening):
    def saying(seq, party=1, going=True, base=0, **changed):
        needs = {"interpreting": None, "children": 0, "step_free": False}
        payload = {"event": evening.id, "going": going, "party": party, "needs": needs, "base": base}
        made = {"id": str(uuid4()), "seq": seq, "kind": "rsvp.set", "made_at": "2026-11-23T12:00:00Z"}
        return {**made, "payload": payload | changed}

    return saying


def test_the_answer_holds_the_result_and_what_is_true_now(send, saying, evening):
    answer = send(saying(1, 3))
    [result] = answer["results"]
    assert (result["outcome"], result["params"]) == ("applied", {"state": "confirmed", "number": None})
    assert answer["documents"]["mine"]["value"]["rsvps"][evening.id]["party"] == 3
    assert answer["documents"]["figures"]["value"]["events"][evening.id]["taken"] == 3


def test_who_waits_learns_her_number(send, saying, boris, evening, session):
    boris.says(evening, 4)
    session.commit()
    assert send(saying(1, 2))["results"][0]["params"] == {"state": "waiting", "number": 1}


def test_sent_twice_it_has_one_effect_and_the_first_answer(send, saying, session, boris, evening):
    operation = saying(1, 4)
    [first], [again] = send(operation)["results"], send(operation)["results"]
    assert (first.pop("replayed"), again.pop("replayed")) == (False, True)
    assert first == again
    assert session.query(RsvpChange).count() == 1


def test_several_in_one_go_count_in_their_order(send, saying, amina, evening):
    results = send(saying(2, 2), saying(1, 3), saying(3, going=False))["results"]
    assert [result["outcome"] for result in results] == ["applied"] * 3
    assert amina.stands(evening) == "declined"


def test_what_comes_late_is_superseded(send, saying, amina, evening):
    send(saying(2, 2))
    [late] = send(saying(1, 3))["results"]
    assert (late["outcome"], late["code"]) == ("rejected", "superseded")
    assert amina.stands(evening) == "confirmed 2"


def test_what_cannot_be_is_refused_in_words_and_the_rest_goes_on(send, saying, amina, evening):
    wrong = [saying(1, 11), saying(2, 5), saying(3, event="nosuchevent"), saying(4, needs={"children": 99})]
    results = send(*wrong, saying(5, 2))["results"]
    assert [result["code"] for result in results] == [
        "party_out_of_range",
        "party_over_capacity",
        "event_unknown",
        "children_out_of_range",
        None,
    ]
    assert results[1]["message"] == "This event has room for 4 in all. Please choose a smaller number."
    assert amina.stands(evening) == "confirmed 2"


@pytest.mark.parametrize(
    "changed", [{"party": "3"}, {"party": True}, {"going": None}, {"more": 1}, {"base": 1.5}, {"event": None}]
)
def test_what_is_no_answer_at_all_is_invalid(send, saying, changed):
    [result] = send(saying(1, **changed))["results"]
    assert (result["outcome"], result["code"]) == ("rejected", "invalid")


def test_a_notice_that_was_read_is_read(send, client, amina, evening, eva, session):
    amina.says(evening)
    eva.changes(evening, place="Room 7")
    session.commit()
    [notice] = send()["documents"]["mine"]["value"]["notices"]
    assert notice["read"] is False
    made = {"id": str(uuid4()), "seq": 1, "kind": "notice.read", "made_at": ""}
    answer = send({**made, "payload": {"notice": notice["id"]}})
    assert answer["results"][0]["outcome"] == "applied"
    assert answer["documents"]["mine"]["value"]["notices"][0]["read"] is True
