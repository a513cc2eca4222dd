"""The one place where errors become HTTP: a page for people, problem details (RFC 9457) for programs."""

from flask import Flask, Response, current_app, json, render_template, request
from flask_babel import gettext
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException, ServiceUnavailable

from mo_app.kernel.errors import DomainError
from mo_app.kernel.i18n import N_

from .i18n import say

TITLES = {
    400: N_("This request could not be understood."),
    401: N_("Please sign in."),
    403: N_("You may not do this."),
    404: N_("This page does not exist."),
    405: N_("This does not work this way."),
    413: N_("This is too large."),
    415: N_("This kind of content is not accepted."),
    429: N_("Too many attempts. Please wait a little."),
    500: N_("Something went wrong on our side."),
    503: N_("Very busy at the moment. Please try again."),
}


def register(app: Flask) -> None:
    app.register_error_handler(DomainError, _domain_error)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(OperationalError, _database_busy)


def problem(status: int, code: str, title: str, **extensions: object) -> Response:
    """Problem details, ``application/problem+json``; ``type`` is the URN ``urn:mo:<code>``."""
    body = {"type": f"urn:mo:{code}", "title": title, "status": status, **extensions}
    return Response(json.dumps(body), status=status, mimetype="application/problem+json")


def wants_problem() -> bool:
    """Whether a program asks: its answer is no page in a language."""
    return request.is_json or request.path in {"/sync", "/openapi.json"}


def _domain_error(error: DomainError) -> Response:
    if wants_problem():
        fields = {name: say(message) for name, message in getattr(error, "fields", {}).items()}
        return problem(error.status, error.code, say(error.message), **({"fields": fields} if fields else {}))
    return _page(error.status, say(error.message))


def _http_error(error: HTTPException) -> Response:
    response = error.get_response()
    status = response.status_code
    if status < 400:  # a redirect of the router
        return Response(response.get_data(), status, response.headers)
    title = gettext(TITLES.get(status, TITLES[400 if status < 500 else 500]))
    answer = problem(status, f"http_{status}", title) if wants_problem() else _page(status, title)
    for name in ("Retry-After", "Allow"):
        if name in response.headers:
            answer.headers[name] = response.headers[name]
    return answer


def _database_busy(error: OperationalError) -> Response:
    current_app.logger.warning("the database did not answer: %s", error.orig)
    return _http_error(ServiceUnavailable(retry_after=2))


def _page(status: int, sentence: str) -> Response:
    return Response(render_template("_layout/error.html", status=status, sentence=sentence), status)
