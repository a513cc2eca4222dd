"""Links and codes, and the door: open to everybody and so limited; and what needs a sign-in."""

from flask import Blueprint

from mo_app.web.limits import limiter, was_refused

ways_in = Blueprint("ways_in", __name__, url_prefix="/<language:language>")
signing_in = Blueprint("signing_in", __name__, url_prefix="/<language:language>")
accounts = Blueprint("accounts", __name__, url_prefix="/<language:language>")

limiter.shared_limit("30 per 10 minutes; 200 per day", scope="refused codes", deduct_when=was_refused)(
    ways_in
)
# Nobody guesses a passkey: this spares the server, and a room that mistyped its codes must still get in.
limiter.shared_limit("30 per 10 minutes", scope="refused sign-ins", deduct_when=was_refused)(signing_in)

for blueprint in (ways_in, signing_in):
    limiter.shared_limit("300 per minute", scope=blueprint.name, methods=["POST"])(blueprint)
