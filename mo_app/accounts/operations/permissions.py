"""Who may do what to whose account."""

from mo_app.kernel.actor import Actor, Role
from mo_app.kernel.errors import Forbidden, SignInRequired


def must_be_signed_in(actor: Actor | None) -> Actor:
    if actor is None:
        raise SignInRequired
    return actor


def must_coordinate(actor: Actor | None) -> Actor:
    signed_in = must_be_signed_in(actor)
    if signed_in.role is not Role.COORDINATOR:
        raise Forbidden
    return signed_in
