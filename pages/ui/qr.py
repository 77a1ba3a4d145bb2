"""A link as a picture that a telephone reads."""

from __future__ import annotations

import segno

from pages.ui.theme import Colour

SCALE = 8


def picture(link: str) -> str:
    """The link as a QR code: SVG to stand in a page."""
    return str(segno.make(link, error="m").svg_inline(scale=SCALE, dark=Colour.INK))
