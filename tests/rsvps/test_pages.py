"""What stands in pages that everybody keeps: every wording, and nothing personal."""

import re

import pytest


@pytest.fixture
def evening(eva, session):
    evening = eva.plans(capacity=20)
    session.commit()
    return evening


def test_a_guest_is_asked_to_sign_in(client, evening):
    page = client.get(f"/en/schedule/{evening.id}").text
    assert "Sign in to say that you come" in page
    assert "<form" not in page[page.index("<mo-rsvp") : page.index("</mo-rsvp>")]


def test_the_device_learns_the_facts(client, evening):
    page = client.get(f"/en/schedule/{evening.id}").text
    element = re.search(r"<mo-rsvp[^>]*>", page).group()
    assert f'event="{evening.id}"' in element
    assert 'data-capacity="20"' in element
    assert 'data-closes="2026-11-30T11:00:00+00:00"' in element
    assert 'data-ends="2026-11-30T13:00:00+00:00"' in element
    assert "data-cancelled" not in element


def test_all_words_are_hidden_until_the_device_knows_which_are_true(client, evening):
    page = client.get(f"/en/schedule/{evening.id}").text
    forms = re.findall(r"<[^>]*data-when=[^>]*>", page[page.index("<mo-rsvp") : page.index("</mo-rsvp>")])
    assert len(forms) > 10
    shown = [form for form in forms if not form.rstrip(">").endswith(" hidden")]
    assert shown == ['<p data-when="open">']  # the way to sign in, for those without JavaScript, too


@pytest.mark.parametrize(("language", "forms"), [("en", 2), ("de", 2), ("ar", 6), ("uk", 3)])
def test_a_sentence_has_as_many_forms_as_its_language(client, evening, language, forms):
    page = client.get(f"/{language}/schedule/{evening.id}").text
    free = page.index('data-count="free"')
    counted = page[free : page.index('data-when="full"', free)]
    assert counted.count("data-plural=") == forms
