"""What people enter about accounts, parsed and validated."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from mo_app.kernel.actor import PEOPLES_ROLES, Role
from mo_app.kernel.clock import BERLIN, local_date
from mo_app.kernel.errors import Invalid
from mo_app.kernel.i18n import LANGUAGES, N_, Message

from .models.person import NAME_LENGTH
from .names import tidy_name

INVITATION_LASTS = timedelta(days=14)
POSTER_LASTS = timedelta(days=30)
LONGEST = timedelta(days=366)
POSTER_USES = range(2, 201)

Form = Mapping[str, object]


@dataclass(frozen=True)
class Profile:
    name: str
    language: str


@dataclass(frozen=True)
class PersonEdit:
    name: str
    role: Role
    organisation_id: str | None


@dataclass(frozen=True)
class InvitationEdit:
    role: Role
    organisation_id: str | None
    name: str | None
    uses: int
    expires_at: datetime


def read_profile(form: Form) -> Profile:
    """Raises Invalid at ``name`` or ``language``."""
    errors: dict[str, Message] = {}
    name = _name(form, errors)
    language = _text(form, "language")
    if language not in LANGUAGES:
        errors["language"] = Message(N_("Please choose a language."))
    _refuse(errors)
    return Profile(name, language)


def read_person(form: Form) -> PersonEdit:
    """Raises Invalid at ``name`` or ``role``."""
    errors: dict[str, Message] = {}
    name, role = _name(form, errors), _role(form, errors)
    _refuse(errors)
    return PersonEdit(name, role, _text(form, "organisation") or None)


def read_invitation(form: Form, *, now: datetime) -> InvitationEdit:
    """For one person, whose name may be left open. Raises Invalid at ``name``, ``role`` or ``until``."""
    errors: dict[str, Message] = {}
    name = _name(form, errors) if _text(form, "name") else None
    role, expires_at = _role(form, errors), _until(form, errors, now)
    _refuse(errors)
    return InvitationEdit(role, _text(form, "organisation") or None, name, 1, expires_at)


def read_poster(form: Form, *, now: datetime) -> InvitationEdit:
    """For many, as members of one organisation. Raises Invalid at ``organisation``, ``uses`` or ``until``."""
    errors: dict[str, Message] = {}
    organisation_id = _text(form, "organisation")
    if not organisation_id:
        errors["organisation"] = Message(N_("Please choose an organisation."))
    uses = _uses(form, errors)
    expires_at = _until(form, errors, now)
    _refuse(errors)
    return InvitationEdit(Role.MEMBER, organisation_id, None, uses, expires_at)


def default_until(now: datetime, lasts: timedelta) -> date:
    return local_date(now + lasts)


def _text(form: Form, field: str) -> str:
    value = form.get(field)
    return value.strip() if isinstance(value, str) else ""


def _name(form: Form, errors: dict[str, Message]) -> str:
    name = tidy_name(_text(form, "name"), at_most=NAME_LENGTH)
    if isinstance(name, Message):
        errors["name"] = name
        return ""
    return name


def _role(form: Form, errors: dict[str, Message]) -> Role:
    role = _text(form, "role")
    if role in PEOPLES_ROLES:
        return Role(role)
    errors["role"] = Message(N_("Please choose a role."))
    return Role.MEMBER


def _uses(form: Form, errors: dict[str, Message]) -> int:
    text = _text(form, "uses")
    uses = int(text) if text.isdecimal() and len(text) < 6 else 0
    if uses not in POSTER_USES:
        errors["uses"] = Message(
            N_("Please enter a number from %(least)s to %(most)s."),
            {"least": POSTER_USES[0], "most": POSTER_USES[-1]},
        )
    return uses


def _until(form: Form, errors: dict[str, Message], now: datetime) -> datetime:
    """The end of that day in Leipzig."""
    today = local_date(now)
    try:
        day = date.fromisoformat(_text(form, "until"))
    except ValueError:
        errors["until"] = Message(N_("Please enter a date."))
        return now
    if not today <= day <= today + LONGEST:
        errors["until"] = Message(N_("Please choose a day from today on, at most a year ahead."))
        return now
    return datetime.combine(day + timedelta(days=1), time(0), BERLIN)


def _refuse(errors: dict[str, Message]) -> None:
    if errors:
        raise Invalid(errors)
