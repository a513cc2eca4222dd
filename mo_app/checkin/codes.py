"""What the door's QR codes say: a pass and an event's door."""

from functools import lru_cache

import segno

PASS_PREFIX = "MO:"  # noqa: S105 (no password)
"""Tells a pass from any other QR code that is held to the camera."""


@lru_cache(maxsize=4_096)
def pass_qr(code: str) -> str:
    """The pass as a data URI of an SVG image, four modules of light around it (ISO/IEC 18004, 6.3.8).

    In capitals it is alphanumeric, so the smallest symbol holds it (version 1): large modules, read from
    afar. The mask is given, for choosing one takes ten times as long as all the rest.
    """
    symbol = segno.make(PASS_PREFIX + code.upper(), mode="alphanumeric", error="m", micro=False, mask=3)
    return image_of(symbol)


@lru_cache(maxsize=256)
def address_qr(url: str) -> str:
    return image_of(segno.make(url, error="m", micro=False))


def image_of(symbol: segno.QRCode) -> str:
    """Black on white, whatever is around it: scanners want it so."""
    uri: str = symbol.svg_data_uri(
        border=4, dark="#000", light="#fff", omitsize=True, svgclass=None, lineclass=None
    )
    return uri
