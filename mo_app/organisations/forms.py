"""What coordinators enter about organisations."""

from collections.abc import Mapping

from mo_app.accounts.models.organisation import ORGANISATION_NAME_LENGTH
from mo_app.accounts.names import tidy_name
from mo_app.kernel.errors import Invalid
from mo_app.kernel.i18n import Message


def read_name(form: Mapping[str, str]) -> str:
    """Raises Invalid at ``name``."""
    name = tidy_name(form.get("name", ""), at_most=ORGANISATION_NAME_LENGTH)
    if isinstance(name, Message):
        raise Invalid({"name": name})
    return name
