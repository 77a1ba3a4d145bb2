"""The story as a Word document to edit and sign: the layout of an official report.

A4, Times New Roman 14, the margins and the parts of Decree 30/2020/NĐ-CP: the issuing body and the number at the left,
the national name and motto at the right, place and date, title, numbered sections, recipients and signature. What only
the office knows stands in brackets.
"""

from __future__ import annotations

import datetime
import io
from typing import Any

import pandas as pd
from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from etl.text import Texts
from pages.ui import images, tables
from pages.ui.briefing.content import Briefing
from pages.ui.story.slide import Slide

FONT = "Times New Roman"
TEXT, SMALL = Pt(14), Pt(11)
MARGINS = {"top_margin": Cm(2), "bottom_margin": Cm(2), "left_margin": Cm(3), "right_margin": Cm(1.5)}
PICTURE, PICTURE_WIDTH = Cm(16), 660
"""A picture's width on the page, and in units of its drawing, two pixels each."""
MOST_ROWS, MOST_COLUMNS = 12, 6
"""Rows and columns of a table that a report has room for; the Excel pack holds all of them."""
LANGUAGE = {"vi": "vi-VN", "en": "en-GB"}
CENTRE, LEFT, JUSTIFIED = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.JUSTIFY


def report(briefing: Briefing) -> bytes:
    """The report as .docx."""
    made = _opened(briefing)
    _head(made, briefing.texts)
    _title(made, briefing)
    for number, slide in enumerate(briefing.slides, start=1):
        _section(made, slide, briefing, number)
    _foot(made, briefing)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def _opened(briefing: Briefing) -> Any:
    made = Document()
    page = made.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    for edge, width in MARGINS.items():
        setattr(page, edge, width)
    normal = made.styles["Normal"]
    normal.font.size, normal.paragraph_format.space_after = TEXT, Pt(6)
    for style, size in (("Normal", TEXT), ("Heading 1", TEXT), ("Title", Pt(16))):
        font = made.styles[style].font
        font.name, font.size, font.color.rgb = FONT, size, RGBColor(0, 0, 0)
        fonts = made.styles[style].element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
            fonts.set(qn(script), FONT)
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), LANGUAGE[briefing.texts.lang])
    normal.element.get_or_add_rPr().append(language)
    made.core_properties.title, made.core_properties.language = briefing.title, LANGUAGE[briefing.texts.lang]
    _page_numbers(page)
    return made


def _head(made: Any, texts: Texts) -> None:
    """Two columns without lines: who issues and its number; the national name, the motto, place and date."""
    today = datetime.date.today()
    date = {"day": f"{today:%d}", "month": f"{today:%m}", "year": str(today.year)}
    left = [("superior", False, 13), ("issuer", True, 13), ("line_short", False, 8), ("number", False, 13)]
    right = [("nation", True, 13), ("motto", True, 14), ("line", False, 8), ("place_and_date", False, 14)]
    grid = made.add_table(rows=1, cols=2)
    grid.alignment, grid.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for place, width in enumerate((Cm(6.3), Cm(10.2))):
        grid.columns[place].width = grid.rows[0].cells[place].width = width
    for cell, lines in zip(grid.rows[0].cells, (left, right), strict=True):
        for place, (key, bold, size) in enumerate(lines):
            paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
            paragraph.alignment, paragraph.paragraph_format.space_after = CENTRE, Pt(0)
            run = paragraph.add_run(texts(f"briefing.report.{key}", **date))
            run.bold, run.italic, run.font.size = bold, key == "place_and_date", Pt(size)


def _title(made: Any, briefing: Briefing) -> None:
    texts = briefing.texts
    for line in (texts("briefing.report.kind"), briefing.title):
        paragraph = made.add_paragraph()
        paragraph.alignment = CENTRE
        paragraph.paragraph_format.space_before = Pt(10 if line != briefing.title else 0)
        paragraph.add_run(line).bold = True
    figures = "; ".join(f"{name}: {value}" for name, value in briefing.figures)
    rank = texts("briefing.report.rank", place=briefing.place) if briefing.place else ""
    _text(made, " ".join(filter(None, (rank, f"{figures}." if figures else "", briefing.choices))))


def _section(made: Any, slide: Slide, briefing: Briefing, number: int) -> None:
    """A numbered heading, the finding and its sentences, the picture, the first rows of its table, the source."""
    texts = briefing.texts
    heading = made.add_heading(f"{number}. {slide.label}", level=1)
    heading.paragraph_format.space_before = Pt(12)
    _text(made, f"{slide.title}.", bold=True)
    for sentence in slide.said:
        _text(made, sentence)
    if slide.drawn and slide.caption:
        paragraph = made.add_paragraph()
        paragraph.alignment, paragraph.paragraph_format.keep_with_next = CENTRE, True
        svg, _ = images.bare_svg(slide.drawn.spec, width=PICTURE_WIDTH)
        picture = paragraph.add_run().add_picture(io.BytesIO(images.rastered(svg)), width=PICTURE)
        picture._inline.docPr.set("descr", slide.caption.description)
        _caption(made, texts("briefing.report.figure", n=number, unit=slide.caption.subtitle))
        _table(made, slide.drawn.table, briefing)
    for source in slide.sources:
        _caption(made, source)


def _table(made: Any, frame: pd.DataFrame, briefing: Briefing) -> None:
    """As many rows as fit, the unit's own among them; numbers in the form of the language; how many are left out."""
    texts, first = briefing.texts, _first_row(frame, briefing.province)
    shown = frame.iloc[first : first + MOST_ROWS, :MOST_COLUMNS]
    named = tables.written(shown, texts)
    grid = made.add_table(rows=1, cols=len(named.columns))
    grid.style, grid.alignment = "Table Grid", WD_TABLE_ALIGNMENT.CENTER
    _mark(grid.rows[0], "w:tblHeader")
    for cell, heading in zip(grid.rows[0].cells, named.columns, strict=True):
        _cell(cell, str(heading), bold=True)
    for row in named.itertuples(index=False):
        own = briefing.province in row
        added = grid.add_row()
        _mark(added, "w:cantSplit")
        for code, cell, value in zip(shown.columns, added.cells, row, strict=True):
            _cell(cell, str(value), number=code in tables.FORMS, bold=own)
    if len(frame) > len(shown):
        _caption(made, texts("briefing.report.more", n=len(frame) - len(shown), of=len(frame)))


def _first_row(frame: pd.DataFrame, province: str) -> int:
    """Where the rows shown begin: so that the unit stands in their middle, where a ranking names it."""
    if "province" not in frame or len(frame) <= MOST_ROWS or province not in set(frame["province"]):
        return 0
    at = list(frame["province"]).index(province)
    return min(max(0, at - MOST_ROWS // 2), len(frame) - MOST_ROWS)


def _cell(cell: Any, words: str, *, bold: bool = False, number: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if number else LEFT
    run = paragraph.add_run(words)
    run.bold, run.font.size = bold, SMALL


def _mark(row: Any, name: str) -> None:
    """A row as head (``w:tblHeader``: repeated on each page, told to screen readers) or whole (``w:cantSplit``)."""
    mark = OxmlElement(name)
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def _foot(made: Any, briefing: Briefing) -> None:
    """Date and build, then recipients at the left and the signature at the right."""
    _caption(made, briefing.printed)
    grid = made.add_table(rows=1, cols=2)
    for cell, key in zip(grid.rows[0].cells, ("recipients", "signature"), strict=True):
        lines = briefing.texts(f"briefing.report.{key}").split("\n")
        for place, line in enumerate(lines):
            paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
            paragraph.alignment = LEFT if key == "recipients" else CENTRE
            paragraph.paragraph_format.space_after = Pt(0)
            run = paragraph.add_run(line)
            run.bold, run.font.size = place == 0, Pt(11) if key == "recipients" and place else Pt(12)


def _text(made: Any, words: str, *, bold: bool = False) -> None:
    paragraph = made.add_paragraph()
    paragraph.alignment = JUSTIFIED
    paragraph.paragraph_format.first_line_indent = Cm(1)
    paragraph.paragraph_format.keep_with_next = bold
    paragraph.add_run(words).bold = bold


def _caption(made: Any, words: str) -> None:
    paragraph = made.add_paragraph()
    run = paragraph.add_run(words)
    run.italic, run.font.size = True, SMALL


def _page_numbers(page: Any) -> None:
    """Centred at the top, from the second page on."""
    page.different_first_page_header_footer = True
    paragraph = page.header.paragraphs[0]
    paragraph.alignment = CENTRE
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)
