"""What a device sends: the payload of ``rsvp.set``."""

from pydantic import BaseModel, ConfigDict, Field

from .models import Needs, Wish

JOINERS = "\u200c\u200d"


class NeedsSet(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    interpreting: str | None = Field(default=None, description="a language; at most 40 characters")
    children: int = Field(default=0, description="0 to 10")
    step_free: bool = False

    def value(self) -> Needs:
        language = tidy(self.interpreting or "") or None
        return Needs(interpreting=language, children=self.children, step_free=self.step_free)


class RsvpSet(BaseModel):
    """Ranges are checked by the operation, so that a refusal can say in words what to do."""

    model_config = ConfigDict(extra="forbid", strict=True)

    event: str
    going: bool
    party: int = Field(description="heads, children included: 1 to 10")
    needs: NeedsSet = NeedsSet()
    base: int = Field(description="the version of this RSVP in `mine` that the device knew; 0 for none")

    def wish(self) -> Wish:
        return Wish(going=self.going, party=self.party, needs=self.needs.value())


def tidy(text: str) -> str:
    """Single spaces, and nothing that cannot be seen but what Persian and Hindi need to be written."""
    return " ".join("".join(char if char.isprintable() or char in JOINERS else " " for char in text).split())
