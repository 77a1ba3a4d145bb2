"""The story as a PowerPoint deck: 16:9, one finding a slide, native editable charts, notes; own templates are used.

Fonts: Arial, which every PowerPoint has and which holds all Vietnamese letters; with a template, the template's own.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Emu, Inches, Pt

from pages.ui import images
from pages.ui.briefing.content import Briefing
from pages.ui.briefing.native import native
from pages.ui.briefing.powerpoint_chart import MANY, add_chart
from pages.ui.story.slide import Slide
from pages.ui.theme import Colour

FONT = "Arial"
WIDE = (Inches(13.333), Inches(7.5))
EDGE = Inches(0.5)
MOST_SAID = 5
"""Sentences a slide has room for; all of them stand in its notes."""
LANGUAGE = {"vi": "vi-VN", "en": "en-GB"}

Box = tuple[int, int, int, int]
"""left, top, width, height in EMU."""


def deck(briefing: Briefing, *, template: Path | bytes | None = None) -> bytes:
    """The whole deck as .pptx. `template`: a presentation whose master, size and fonts are used, without its slides.

    Raises ValueError (KeyError, OSError) of python-pptx for a template that is no .pptx.
    """
    made = _opened(template)
    _cover(made, briefing)
    for number, slide in enumerate(briefing.slides, start=2):
        _add(made, slide, briefing, number)
    made.core_properties.title = briefing.title
    made.core_properties.language = LANGUAGE[briefing.texts.lang]
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def _opened(template: Path | bytes | None) -> Any:
    if template is None:
        made = Presentation()
        made.slide_width, made.slide_height = WIDE
        theme = made.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
        theme._blob = theme.blob.replace(b'typeface="Calibri"', f'typeface="{FONT}"'.encode())
        return made
    made = Presentation(io.BytesIO(template) if isinstance(template, bytes) else str(template))
    for entry in list(made.slides._sldIdLst):
        made.part.drop_rel(entry.rId)
        made.slides._sldIdLst.remove(entry)
    return made


def _cover(made: Any, briefing: Briefing) -> None:
    """Title, rank and figures, the first finding, choices and date."""
    width, lang = made.slide_width - 2 * EDGE, briefing.texts.lang
    slide = _titled(made, briefing.title, 40, (EDGE, Inches(1.3), width, Inches(0.9)))
    kicker = [briefing.texts("briefing.kicker")]
    _write(slide, (EDGE, Inches(0.85), width, Inches(0.4)), kicker, lang, 16, Colour.ACCENT, bold=True)
    if briefing.place:
        box = (EDGE, Inches(2.5), Inches(3.2), Inches(1.2))
        _write(slide, box, [briefing.place], lang, 66, Colour.ACCENT, bold=True)
    figures = [f"{name}: {value}" for name, value in briefing.figures]
    left = EDGE + Inches(3.4) if briefing.place else EDGE
    _write(slide, (left, Inches(2.65), Inches(6), Inches(1.2)), figures, lang, 20)
    first = [briefing.slides[0].title] if briefing.slides else []
    _write(slide, (EDGE, Inches(4.2), width, Inches(1)), first, lang, 22)
    around = [briefing.choices, briefing.printed]
    _write(slide, (EDGE, made.slide_height - Inches(1.5), width, Inches(1.1)), around, lang, 14, Colour.MUTED)


def _add(made: Any, told: Slide, briefing: Briefing, number: int) -> None:
    width, height, lang = made.slide_width, made.slide_height, briefing.texts.lang
    slide = _titled(made, told.title, title_size(told.title), (EDGE, Inches(0.62), width - 2 * EDGE, Inches(1.15)))
    _write(slide, (EDGE, Inches(0.3), width - 2 * EDGE, Inches(0.35)), [told.label], lang, 14, Colour.ACCENT, bold=True)
    body: Box = (EDGE, Inches(1.9), width - 2 * EDGE, height - Inches(1.9) - Inches(0.75))
    if told.drawn:
        body, said = _draw(slide, told, briefing, body), told.said[:MOST_SAID]
    else:
        said = (*told.said, *told.sources)
    _write(slide, body, said, lang, text_size(said, body), bullets=True)
    foot = [] if told.drawn is None else list(told.sources)
    _write(slide, (EDGE, height - Inches(0.62), width - Inches(2), Inches(0.5)), foot, lang, 10, Colour.MUTED)
    page = (width - Inches(1.4), height - Inches(0.62), Inches(0.9), Inches(0.3))
    _write(slide, page, [str(number)], lang, 10, Colour.MUTED, right=True)
    notes = [briefing.note_of(told), *told.said, briefing.printed]
    slide.notes_slide.notes_text_frame.text = "\n".join(filter(None, notes))


def _draw(slide: Any, told: Slide, briefing: Briefing, body: Box) -> Box:
    """The chart in its part of the body; returns what is left for the sentences."""
    assert told.drawn is not None and told.caption is not None
    left, top, width, height = body
    chart = native(told.figure, told.drawn.table, chosen=briefing.province, texts=briefing.texts)
    if chart is None:
        picture = slide.shapes.add_picture(io.BytesIO(images.png(told.drawn.spec, width=900)), left, top)
        scale = min(width * 0.68 / picture.width, height / picture.height)
        picture.width, picture.height = round(picture.width * scale), round(picture.height * scale)
        picture._element.nvPicPr.cNvPr.set("descr", told.caption.description)
        return left + picture.width + EDGE, top, width - picture.width - EDGE, height
    if len(chart.categories) > MANY:
        share = (left, top, width, int(height * 0.66))
        rest = (left, top + int(height * 0.68), width, int(height * 0.32))
    else:
        share = (left, top, int(width * 0.66), height)
        rest = (left + int(width * 0.68), top, int(width * 0.32), height)
    add_chart(slide.shapes, chart, share, name=told.key, words=told.caption.description)
    return rest


def _titled(made: Any, title: str, size: int, box: Box) -> Any:
    """A slide of the layout that has a title and the fewest other places, with those others taken away."""
    layouts = [layout for layout in made.slide_layouts if _title_of(layout)]
    layout = min(layouts, key=lambda each: len(each.placeholders)) if layouts else made.slide_layouts[0]
    slide = made.slides.add_slide(layout)
    for place in list(slide.placeholders):
        if place.placeholder_format.type not in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE):
            place._element.getparent().remove(place._element)
    shape = slide.shapes.title or slide.shapes.add_textbox(*box)
    shape.left, shape.top, shape.width, shape.height = map(Emu, box)
    frame = shape.text_frame
    frame.word_wrap, frame.auto_size, frame.vertical_anchor = True, MSO_AUTO_SIZE.NONE, MSO_ANCHOR.TOP
    frame.margin_left, frame.text = 0, title
    run = frame.paragraphs[0].runs[0]
    run.font.size, run.font.bold = Pt(size), True
    frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    return slide


def _title_of(layout: Any) -> bool:
    kinds = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
    return any(place.placeholder_format.type in kinds for place in layout.placeholders)


def _write(
    slide: Any,
    box: Box,
    lines: Sequence[str],
    lang: str,
    size: float,
    colour: str = Colour.INK,
    *,
    bold: bool = False,
    bullets: bool = False,
    right: bool = False,
) -> None:
    """Lines of text in a box; nothing where there are none."""
    if not lines:
        return
    frame = slide.shapes.add_textbox(*map(Emu, box)).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = 0
    for place, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = line
        run.font.size, run.font.bold, run.font.color.rgb = Pt(size), bold, RGBColor.from_string(colour[1:])
        run._r.get_or_add_rPr().set("lang", LANGUAGE[lang])
        paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
        if bullets:
            paragraph.space_after = Pt(size * 0.5)


def title_size(title: str) -> int:
    """Points in which a title fits its two lines (a very long one: three)."""
    return 28 if len(title) <= 90 else 24 if len(title) <= 150 else 20


def text_size(said: Sequence[str], box: Box) -> float:
    """The largest size in points at which the sentences fit the box."""
    for size in (18, 16, 14, 13, 12, 11):
        letters = box[2] / Pt(size * 0.52)
        lines = sum(-(-len(line) // max(int(letters), 1)) for line in said)
        if (lines * 1.22 + len(said) * 0.5) * Pt(size) <= box[3]:
            return size
    return 10
