"""Things a person did on a phone, put into its outbox by the app's own module: many at once, or odd ones."""

from typing import Any

from tests.support.phone import Phone

Json = dict[str, Any]

ADD = """async ([person, deeds]) => {
  const { add } = await import(`/static/${document.documentElement.dataset.build}/js/offline/outbox.js`)
  for (const [kind, payload] of deeds) await add({ kind, payload, person })
}"""


def coming(event: str, party: int) -> tuple[str, Json]:
    needs = {"interpreting": None, "children": 0, "step_free": False}
    return "rsvp.set", {"event": event, "going": True, "party": party, "needs": needs, "base": 0}


def put_into_outbox(phone: Phone, person: str, *deeds: tuple[str, Json]) -> None:
    """``deeds``: kinds and payloads, in this order."""
    phone.page.evaluate(ADD, [person, [list(deed) for deed in deeds]])
