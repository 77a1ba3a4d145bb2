"""Words from workbooks on screen: as HTML in which every letter is only a letter.

Whatever somebody typed into a cell, a sheet's name or a file's name is drawn by these functions or in tables of
``pages.ui.tables``, never by Markdown, where a name could become a picture, a link or a heading.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape


def table(headings: Sequence[str], rows: Iterable[Sequence[str]], *, what: str, kind: str = "") -> str:
    """An HTML table whose cells wrap; ``what`` it is, for a screen reader; ``kind`` is a class of page.css."""
    head = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in headings)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    caption = f'<caption class="spoken">{escape(what)}</caption>'
    return f'<table class="told {kind}">{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def listed(lines: Iterable[str]) -> str:
    """An HTML list of these sentences."""
    return f'<ul class="told">{"".join(f"<li>{escape(line)}</li>" for line in lines)}</ul>'


def paragraph(words: str, *, kind: str = "") -> str:
    """An HTML paragraph; ``kind`` is a class of page.css."""
    return f'<p class="told {kind}">{escape(words)}</p>'


def _cell(words: str) -> str:
    return f"<td>{escape(words)}</td>"
