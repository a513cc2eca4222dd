"""What can go wrong for a reason a person can understand.

Features subclass :class:`DomainError`. One place turns them into HTTP (``mo_app.web.errors``), another into
results of the exchange (``mo_app.sync.ledger``).
"""

from collections.abc import Mapping
from typing import Any, ClassVar

from .i18n import N_, Message


class DomainError(Exception):
    """A refusal with a stable ``code``, an HTTP ``status`` and a sentence with named values."""

    code: ClassVar[str] = "error"
    status: ClassVar[int] = 400
    text: ClassVar[str] = N_("Something went wrong.")

    by_code: ClassVar[dict[str, type["DomainError"]]] = {}

    def __init__(self, **params: Any) -> None:
        super().__init__(self.code)
        self.params = params

    def __init_subclass__(cls) -> None:
        known = DomainError.by_code.setdefault(cls.code, cls)
        if known is not cls and known.__qualname__ != cls.__qualname__:
            raise TypeError(f"two errors are called {cls.code!r}: {known} and {cls}")

    @property
    def message(self) -> Message:
        return Message(self.text, self.params)


class NotFound(DomainError):
    code = "not_found"
    status = 404
    text = N_("This does not exist, or no longer.")


class Forbidden(DomainError):
    code = "forbidden"
    status = 403
    text = N_("You may not do this.")


class SignInRequired(DomainError):
    code = "sign_in_required"
    status = 401
    text = N_("Please sign in.")


class Invalid(DomainError):
    """Input that a person can mend: messages by the name of the field."""

    code = "invalid"
    status = 422
    text = N_("Please check what you entered.")

    def __init__(self, fields: Mapping[str, Message] | None = None, **params: Any) -> None:
        super().__init__(**params)
        self.fields: Mapping[str, Message] = fields or {}
