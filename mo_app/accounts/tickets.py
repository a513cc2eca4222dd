"""Secrets for links and QR codes, codes for typing, and the hashes by which both are found again.

A code follows from its secret, so one is enough to show the other; from the hashes neither follows.
"""

import hashlib
import secrets
import unicodedata

CODE_LENGTH = 10
CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No 0 and O, no 1, I and L, no U and V side by side in handwriting: 30 characters, 49 bits in a code."""


def new_secret() -> str:
    """128 random bits for a URL: 22 characters, so that the QR code stays coarse."""
    return secrets.token_urlsafe(16)


def code_of(secret: str) -> str:
    number = int.from_bytes(hashlib.sha256(b"code of " + secret.encode()).digest())
    characters = []
    for _ in range(CODE_LENGTH):
        number, remainder = divmod(number, len(CODE_ALPHABET))
        characters.append(CODE_ALPHABET[remainder])
    return "".join(characters)


def spaced(code: str) -> str:
    """As people read it aloud and type it: ``ABCDE-FGHJK``."""
    return f"{code[:5]}-{code[5:]}"


def read_code(typed: str) -> str | None:
    """The code that was typed, whatever the case, the dashes and the digits' script; None if it is none."""
    characters = (
        str(unicodedata.digit(char)) if unicodedata.digit(char, None) is not None else char.upper()
        for char in unicodedata.normalize("NFKC", typed)
        if char.isalnum()
    )
    code = "".join(characters)
    return code if len(code) == CODE_LENGTH and set(code) <= set(CODE_ALPHABET) else None


def hash_of_secret(secret: str) -> str:
    """Enough for what is random and long."""
    return hashlib.sha256(secret.encode()).hexdigest()


def hash_of_code(code: str) -> str:
    """Slow on purpose: 49 bits could be searched through, given a stolen database and a fast hash."""
    return hashlib.scrypt(code.encode(), salt=b"code for typing", n=2**12, r=8, p=1, dklen=32).hex()
