"""How one score was computed, as an Excel workbook whose formulas work it out again from the published figures.

Four sheets: what is what; the unit's parts, points, score and rank; all units with theirs; the published figures with
their cells and sources. A value typed over in the unit's sheet changes its score and its rank.
"""

from __future__ import annotations

import io

import xlsxwriter

from etl.computed_sheets import Sheets
from etl.score_workings import Edition, computed
from etl.text import Texts


def computed_workbook(edition: Edition, texts: Texts) -> bytes:
    """The workbook of one unit's score.  Raises NoBreakdown."""
    found = computed(edition, texts)
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        Sheets(book, found, texts).write()
    return buffer.getvalue()
