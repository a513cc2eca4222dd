"""Operations: at most one effect each, whoever sends them how often."""

import uuid

import pytest

from .conftest import AMINA, BOHDAN


def test_an_operation_is_applied_and_answered_by_its_id(phone, written):
    amina = phone(AMINA)
    operation = amina.operation("hello")
    answer = amina.send(operation)
    assert answer["results"] == [
        {
            "id": operation["id"],
            "outcome": "applied",
            "code": None,
            "params": {"writes": 1},
            "message": None,
            "replayed": False,
        }
    ]
    assert written() == {"one": ("hello", 1)}
    assert answer["documents"]["mine"]["value"]["notes"] == ["hello"]
    assert answer["acked"] == 1


def test_a_replay_returns_the_first_answer_and_has_no_effect(phone, written):
    amina = phone(AMINA)
    operation = amina.operation("hello")
    first = amina.send(operation)["results"][0]
    amina.send(amina.operation("later"))
    again = amina.send(operation)["results"][0]
    assert again == first | {"replayed": True}
    assert written() == {"one": ("later", 2)}


def test_a_rejection_is_replayed_too(phone, written):
    amina = phone(AMINA)
    operation = amina.operation("refuse")
    first = amina.send(operation)["results"][0]
    assert (first["outcome"], first["code"]) == ("rejected", "test_note_refused")
    assert first["message"] == "This note was refused: no"
    assert amina.send(operation)["results"][0] == first | {"replayed": True}
    assert written() == {}


def test_the_same_id_with_another_payload_is_rejected_and_the_first_stays(phone, written):
    amina = phone(AMINA)
    operation = amina.operation("hello")
    amina.send(operation)
    result = amina.send(operation | {"payload": {"name": "one", "text": "forged"}})["results"][0]
    assert (result["outcome"], result["code"]) == ("rejected", "id_reused")
    assert written() == {"one": ("hello", 1)}


def test_nobody_learns_the_answer_to_anothers_operation(phone):
    amina, bohdan = phone(AMINA), phone(BOHDAN)
    operation = amina.operation("hello")
    amina.send(operation)
    result = bohdan.send(operation)["results"][0]
    assert (result["code"], result["params"]) == ("id_reused", {})


def test_one_malformed_of_fifty_does_not_block_the_others(phone, written):
    amina = phone(AMINA)
    batch = [amina.operation("hello", name=f"note-{number}") for number in range(50)]
    batch[20]["payload"] = {"name": 7}
    batch[30]["seq"] = "x"
    results = {result["id"]: result for result in amina.send(*batch)["results"]}
    rejected = {
        identifier: result for identifier, result in results.items() if result["outcome"] == "rejected"
    }
    assert set(rejected) == {batch[20]["id"], batch[30]["id"]}
    assert rejected[batch[20]["id"]]["params"] == {"names": ["name", "text"]}
    assert rejected[batch[30]["id"]]["params"] == {"names": ["seq"]}
    assert len(written()) == 48


def test_an_unknown_kind_waits_for_an_update_and_the_rest_goes_on(phone, written):
    amina = phone(AMINA)
    future = amina.operation("hello", kind="note.dance")
    answer = amina.send(future, amina.operation("now"))
    assert [result["code"] for result in answer["results"]] == ["upgrade_required", None]
    assert answer["acked"] == 0, "what is still to be sent again stays on top of the documents"
    assert written() == {"one": ("now", 1)}
    after_the_update = amina.send(future | {"kind": "note.set"})["results"][0]
    assert (after_the_update["outcome"], after_the_update["replayed"]) == ("applied", False)


def test_a_crash_between_effect_and_ledger_leaves_neither(phone, written, caplog):
    amina = phone(AMINA)
    crashing = amina.operation("crash")
    answer = amina.send(crashing, amina.operation("fine", name="two"))
    assert [result["outcome"] for result in answer["results"]] == ["retry", "applied"]
    assert written() == {"two": ("fine", 1)}
    assert "failed unexpectedly" in caplog.text
    assert amina.send(crashing)["results"][0]["replayed"] is False


def test_order_holds_by_seq_not_by_position_or_clock(phone, written):
    amina = phone(AMINA)
    first = amina.operation("first", made_at="2030-01-01T00:00:00Z")
    second = amina.operation("second", made_at="2020-01-01T00:00:00Z")
    results = amina.send(second, first)["results"]
    assert [result["id"] for result in results] == [first["id"], second["id"]]
    assert written() == {"one": ("second", 2)}


def test_the_same_operation_twice_in_one_batch_has_one_effect(phone, written):
    amina = phone(AMINA)
    operation = amina.operation("hello")
    assert [result["replayed"] for result in amina.send(operation, operation)["results"]] == [False, True]
    assert written() == {"one": ("hello", 1)}


def test_a_device_belongs_to_one_person(phone, written):
    amina, bohdan = phone(AMINA), phone(BOHDAN)
    amina.send(amina.operation("hello"))
    bohdan.device = amina.device
    assert bohdan.send(bohdan.operation("mine"), status=409)["type"] == "urn:mo:another_persons"
    assert written() == {"one": ("hello", 1)}


def test_an_outbox_of_another_person_is_refused_whole(phone, written):
    amina = phone(AMINA)
    refused = amina.send(amina.operation("hello"), status=409, person=BOHDAN.person_id)
    assert refused["person"] == AMINA.person_id
    assert written() == {}


def test_whoever_is_signed_out_is_told_so_and_nothing_is_carried_out(phone, written):
    nobody = phone(None)
    refused = nobody.send(nobody.operation("hello"), status=401, person=AMINA.person_id)
    assert refused["type"] == "urn:mo:sign_in_required"
    assert nobody.send(nobody.operation("hello"), status=401)["type"] == "urn:mo:sign_in_required"
    assert written() == {}


def test_without_a_readable_id_nobody_could_be_told_so_the_exchange_is_refused(phone, written):
    amina = phone(AMINA)
    amina.send(amina.operation("hello"), amina.operation("x", id="nonsense"), status=422)
    assert written() == {}


def test_more_than_a_device_may_send_at_once_is_refused_before_it_is_read(phone):
    amina = phone(AMINA)
    assert amina.send(amina.operation("x" * 100_000), status=413)["type"] == "urn:mo:http_413"
    many = [amina.operation("x", id=str(uuid.uuid4())) for _ in range(51)]
    assert amina.send(*many, status=422)["type"] == "urn:mo:invalid_exchange"


def test_a_rejected_operation_does_not_hide_what_the_ones_before_it_changed(phone, caplog):
    amina = phone(AMINA)
    known = amina.send()["documents"]
    have = {"cursor": amina.cursor, "documents": {key: each["version"] for key, each in known.items()}}
    batch = [amina.operation("hello"), amina.operation("refuse"), amina.operation("crash")]
    answer = amina.send(*batch, have=have)
    assert [result["outcome"] for result in answer["results"]] == ["applied", "rejected", "retry"]
    assert answer["documents"]["mine"]["value"]["notes"] == ["hello"]


@pytest.mark.parametrize("change", [{"payload": {"\0": [{}]}}, {"kind": "\0"}])
def test_what_no_database_stores_is_rejected_and_holds_nothing_up(phone, written, change):
    amina = phone(AMINA)
    first, second = amina.send(amina.operation("x", **change), amina.operation("hello"))["results"]
    assert {first["outcome"], second["outcome"]} == {"applied", "rejected"}
    assert written() == {"one": ("hello", 1)}
