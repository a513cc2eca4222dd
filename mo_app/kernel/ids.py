"""Identifiers that can stand in a URL and say nothing about order or number."""

import base64
import secrets

ID_LENGTH = 16


def new_id() -> str:
    """A random identifier: 16 characters of lowercase base32 (RFC 4648), 80 bits."""
    return base64.b32encode(secrets.token_bytes(10)).decode("ascii").lower()
