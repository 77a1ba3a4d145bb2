"""The story as an Excel pack: a sheet for each chart with its numbers and a native chart, and a sheet of sources."""

from __future__ import annotations

import io
from itertools import chain, count
from typing import Any

import pandas as pd
import xlsxwriter

from etl.spreadsheet_tables import NUMBER_FORMATS
from pages.ui import tables
from pages.ui.briefing.content import Briefing
from pages.ui.briefing.native import TICKS, Native, native
from pages.ui.story.slide import Slide
from pages.ui.theme import Colour

TYPES = {
    "columns": {"type": "column"},
    "bars": {"type": "bar"},
    "stacked": {"type": "bar", "subtype": "stacked"},
    "lines": {"type": "line"},
}
SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "nan_inf_to_errors": True}
HEAD = 3
"""The row of column names: above it the finding, the source and an empty row."""
FORBIDDEN = str.maketrans("[]:*?/\\", "       ")
CHART_COLUMNS = 15
"""Columns of the usual width that a chart covers."""
WIDEST, LONGEST_NAME = 44, 31


def pack(briefing: Briefing) -> bytes:
    """All sheets as .xlsx: numbers as numbers under readers' names, frozen heads; text never runs as a formula."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, SAFE) as book:
        book.set_properties({"title": briefing.title})
        styles = _styles(book)
        names = _names(briefing)
        _front(book, briefing, names, styles)
        for slide, name in zip(briefing.slides, names, strict=True):
            if slide.drawn:
                _sheet(book, name, slide, slide.drawn.table, briefing, styles)
        _sources(book, briefing, styles)
    return buffer.getvalue()


def _styles(book: Any) -> dict[str, Any]:
    """Formats by name: of words, and of numbers as ``tables.excel_form`` names them."""
    look = {"font_name": "Arial", "font_size": 10, "valign": "top"}
    numbers = {form: look | {"num_format": code} for form, code in NUMBER_FORMATS.items()}
    words = {
        "title": look | {"bold": True, "font_size": 14},
        "place": look | {"bold": True, "font_size": 28, "font_color": Colour.ACCENT},
        "note": look | {"font_color": Colour.MUTED},
        "head": look | {"bold": True, "bottom": 1, "text_wrap": True, "bg_color": Colour.WASH},
        "text": look | {"text_wrap": True},
    }
    return {name: book.add_format(about) for name, about in (numbers | words).items()}


def _front(book: Any, briefing: Briefing, names: list[str], styles: dict[str, Any]) -> None:
    """The first sheet: title, rank and figures, every finding with a link to its sheet."""
    sheet = _opened(book, briefing.texts("briefing.kicker"))
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 110)
    sheet.write_string(0, 0, briefing.title, styles["title"])
    sheet.set_row(1, 40)
    sheet.write_string(1, 0, briefing.place, styles["place"])
    row = 2
    for name, value in briefing.figures:
        sheet.write_string(row, 0, name, styles["text"])
        sheet.write_string(row, 1, value, styles["text"])
        row += 1
    for slide, name in zip(briefing.slides, names, strict=True):
        row += 1
        target = name if slide.drawn else _name(briefing.texts("tables.notes_sheet"))
        sheet.write_url(row, 0, f"internal:'{target}'!A1", string=slide.label)
        sheet.write_string(row, 1, slide.title, styles["text"])
    for note in (briefing.choices, briefing.printed):
        row += 1
        sheet.write_string(row + 1, 0, note, styles["note"])


def _sheet(book: Any, name: str, slide: Slide, table: pd.DataFrame, briefing: Briefing, styles: dict[str, Any]) -> None:
    """One chart: its finding, its source, its rows, and beside them the chart itself."""
    texts = briefing.texts
    sheet = _opened(book, name)
    sheet.write_string(0, 0, slide.title, styles["title"])
    sheet.write_string(1, 0, " ".join(slide.sources), styles["note"])
    named = tables.named(table, texts)
    for place, (code, heading) in enumerate(zip(table.columns, named.columns, strict=True)):
        sheet.write_string(HEAD, place, str(heading), styles["head"])
        style = styles[tables.excel_form(code)] if code in tables.FORMS else styles["text"]
        sheet.set_column(place, place, _width(named[heading], str(heading)))
        for row, value in enumerate(named[heading], start=HEAD + 1):
            _write(sheet, row, place, value, style)
    sheet.freeze_panes(HEAD + 1, 0)
    sheet.autofilter(HEAD, 0, HEAD + len(table), len(table.columns) - 1)
    chart = native(slide.figure, table, chosen=briefing.province, texts=texts)
    if chart:
        _draw(book, sheet, name, chart, slide, at=len(table.columns) + 1)


def _draw(book: Any, sheet: Any, name: str, chart: Native, slide: Slide, *, at: int) -> None:
    """The chart beside the rows, from column `at` on; the numbers that it draws stand to its right."""
    first = at + CHART_COLUMNS
    sheet.write_column(HEAD + 1, first, chart.categories)
    made = book.add_chart(TYPES[chart.kind])
    last = HEAD + len(chart.categories)
    for place, each in enumerate(chart.series, start=first + 1):
        sheet.write_string(HEAD, place, each.name)
        for row, value in enumerate(each.values, start=HEAD + 1):
            if value is not None:
                sheet.write_number(row, place, value)
        made.add_series({
            "name": [name, HEAD, place],
            "categories": [name, HEAD + 1, first, last, first],
            "values": [name, HEAD + 1, place, last, place],
            **_look(chart, each.colour, dict(each.accents)),
        })  # fmt: skip
    _axes(made, chart)
    made.set_title({"none": True})
    made.set_size({"width": 900, "height": max(360, 26 * len(chart.categories) if chart.kind == "stacked" else 420)})
    words = {"description": slide.caption.description if slide.caption else ""}
    sheet.insert_chart(HEAD, at, made, words)


def _look(chart: Native, colour: str | None, accents: dict[int, str]) -> dict[str, Any]:
    if chart.kind == "lines":
        marker = {"type": "circle", "size": 7, "fill": {"color": colour}, "border": {"color": colour}}
        return {"line": {"color": colour, "width": 3 if colour == Colour.ACCENT else 1.75}, "marker": marker}
    fill = {"color": colour} if colour else {"none": True}
    look = {"fill": fill, "gap": 45}
    if not accents:
        return look
    points = [{"fill": {"color": accents[at]}} if at in accents else None for at in range(len(chart.categories))]
    return look | {"points": points}


def _axes(made: Any, chart: Native) -> None:
    least, most = chart.ends
    values: dict[str, Any] = {"name": chart.axis, "num_format": TICKS[chart.form], "major_gridlines": {"visible": True}}
    values |= {key: end for key, end in (("min", least), ("max", most)) if end is not None}
    upside_down = {"reverse": True}
    if chart.kind in ("bars", "stacked"):
        made.set_y_axis(upside_down)
        made.set_x_axis(values | {"label_position": "high"})
    else:
        made.set_y_axis(values | (upside_down if chart.best_first else {}) | ({"min": 1} if chart.best_first else {}))
        made.set_x_axis({"label_position": "high" if chart.best_first else "low"})
    made.show_blanks_as("gap")
    made.set_legend({"none": True} if chart.floats or len(chart.series) == 1 else {"position": "bottom"})


def _sources(book: Any, briefing: Briefing, styles: dict[str, Any]) -> None:
    """The last sheet: every sentence of every slide with its sources, the choices and the date."""
    texts = briefing.texts
    sheet = _opened(book, texts("tables.notes_sheet"))
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 130)
    lines = [(slide.label, line) for slide in briefing.slides for line in (slide.title, *slide.said, *slide.sources)]
    lines += [("", briefing.choices), ("", briefing.printed)]
    sheet.freeze_panes(1, 0)
    for place, code in enumerate(("part", "sentence")):
        sheet.write_string(0, place, texts(f"briefing.sheet.{code}"), styles["head"])
    for row, (label, line) in enumerate(lines, start=1):
        sheet.write_string(row, 0, label, styles["text"])
        sheet.write_string(row, 1, line, styles["text"])


def _opened(book: Any, name: str) -> Any:
    """A new sheet that prints on pages of A4 across, as wide as the paper."""
    sheet = book.add_worksheet(_name(name))
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    return sheet


def _write(sheet: Any, row: int, column: int, value: Any, style: Any) -> None:
    if isinstance(value, str):
        sheet.write_string(row, column, value, style)
    elif not pd.isna(value):
        sheet.write_number(row, column, float(value), style)


def _width(values: pd.Series, heading: str) -> int:
    longest = max([len(heading) // 2 + 2, *(len(str(value)) for value in values)])
    return min(longest + 2, WIDEST)


def _names(briefing: Briefing) -> list[str]:
    """A sheet's name for each slide; a label that comes again is numbered."""
    used, names = {briefing.texts("briefing.kicker"), briefing.texts("tables.notes_sheet")}, []
    for slide in briefing.slides:
        tries = (f"{_name(slide.label)[: LONGEST_NAME - 5]} ({n})" for n in count(2))
        name = next(each for each in chain([_name(slide.label)], tries) if each not in used)
        used.add(name)
        names.append(name)
    return names


def _name(label: str) -> str:
    """A sheet's name: at most 31 letters, none that Excel forbids."""
    return label.translate(FORBIDDEN)[:LONGEST_NAME].strip()
