"""Two blueprints: what is open to everybody and so limited in its rate, and what needs a sign-in."""

from flask import Blueprint

from mo_app.web.limits import limiter, was_refused

ways_in = Blueprint("ways_in", __name__, url_prefix="/<language:language>")
accounts = Blueprint("accounts", __name__, url_prefix="/<language:language>")

limiter.shared_limit("30 per 10 minutes; 200 per day", scope="refused ways in", deduct_when=was_refused)(
    ways_in
)
limiter.shared_limit("300 per minute", scope="ways in", methods=["POST"])(ways_in)
