"""A link as a picture."""

from __future__ import annotations

from pages.ui import qr


def test_a_link_becomes_a_drawing_that_stands_in_a_page() -> None:
    drawn = qr.picture("http://dti/show?lang=vi", words="<Mã>")
    assert drawn.startswith('<img class="qr" src="data:image/svg+xml') and 'alt="&lt;Mã&gt;"' in drawn
    assert drawn != qr.picture("http://dti/show?lang=en", words="<Mã>")
