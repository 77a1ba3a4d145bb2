"""A link as a picture that a telephone reads."""

from __future__ import annotations

from html import escape

import segno

from pages.ui.theme import Colour

SCALE = 6


def picture(link: str, *, words: str) -> str:
    """The link as a QR code: an HTML image. ``words``: what it is, for a screen reader."""
    address = segno.make(link, error="m").svg_data_uri(scale=SCALE, dark=Colour.INK, light=Colour.PAGE)
    return f'<img class="qr" src="{escape(address)}" alt="{escape(words)}">'
