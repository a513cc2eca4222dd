"""What an event is, and what it offers: values that stand in the database and in forms."""

from collections.abc import Mapping
from enum import StrEnum

from mo_app.kernel.i18n import N_


class Kind(StrEnum):
    MEETING = "meeting"
    WORKSHOP = "workshop"
    OTHER = "other"


class Offer(StrEnum):
    INTERPRETING = "interpreting"
    CHILDCARE = "childcare"
    STEP_FREE = "step_free"


KIND_NAMES: Mapping[Kind, str] = {
    Kind.MEETING: N_("Meeting"),
    Kind.WORKSHOP: N_("Workshop"),
    Kind.OTHER: N_("Other event"),
}

OFFER_NAMES: Mapping[Offer, str] = {
    Offer.INTERPRETING: N_("Interpreting"),
    Offer.CHILDCARE: N_("Childcare"),
    Offer.STEP_FREE: N_("Step-free access"),
}

TITLE_LIMIT = 200
PLACE_LIMIT = 200
TEXT_LIMIT = 10_000
"""Characters; a calendar's longer ones are cut, a form's are refused."""

SPOKEN_LANGUAGES = (
    "de", "en", "ar", "uk", "ru", "fa", "fa-AF", "ku", "ckb", "tr", "vi", "es", "fr", "pt", "pl", "ro",
    "ti", "so", "am", "ur", "hi", "zh", "it", "sq",
)  # fmt: skip
"""BCP 47 tags of what the organisations speak; those that most of them do come first."""
