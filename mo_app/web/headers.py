"""Security headers: the same on pages from the network and on those that the service worker keeps."""

from flask import Flask, Response

from mo_app.settings import Settings

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)

WASM_WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"
"""Of a worker that runs WebAssembly: a worker has its own script's policy, so no page must allow it."""

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), geolocation=(), microphone=(), payment=(), usb=()",
}
STRICT_TRANSPORT_SECURITY = "max-age=31536000; includeSubDomains"


def security_headers(settings: Settings) -> dict[str, str]:
    """What every answer carries, and every kept page with it."""
    if settings.secure:
        return HEADERS | {"Strict-Transport-Security": STRICT_TRANSPORT_SECURITY}
    return HEADERS


def register(app: Flask) -> None:
    headers = security_headers(app.extensions["settings"])

    @app.after_request
    def add(response: Response) -> Response:
        for name, value in headers.items():
            response.headers.setdefault(name, value)
        # Nothing is kept by accident: who may be kept says so.
        response.headers.setdefault("Cache-Control", "no-store")
        return response
