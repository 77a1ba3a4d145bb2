"""The story as a PowerPoint deck: 16:9, one finding a slide, native editable charts, notes carried over."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import PP_ALIGN
from pptx.util import Emu, Inches, Pt

from pages.ui import images
from pages.ui.briefing.content import Briefing
from pages.ui.briefing.native import native
from pages.ui.briefing.powerpoint_chart import MANY, add_chart
from pages.ui.briefing.powerpoint_master import EDGE, Box, Master, opened
from pages.ui.story.slide import Slide
from pages.ui.theme import Colour

MOST_SAID = 5
"""Sentences a slide has room for; all of them stand in its notes."""
LANGUAGE = {"vi": "vi-VN", "en": "en-GB"}


def deck(briefing: Briefing) -> bytes:
    """The whole deck as .pptx.  Raises OSError where ``DTI_TEMPLATE`` names no .pptx."""
    master = opened()
    _cover(master, briefing)
    for number, slide in enumerate(briefing.slides, start=2):
        _add(master, slide, briefing, number)
    about = master.made.core_properties
    about.title, about.language = briefing.title, LANGUAGE[briefing.texts.lang]
    buffer = io.BytesIO()
    master.made.save(buffer)
    return buffer.getvalue()


def _cover(master: Master, briefing: Briefing) -> None:
    """Title, rank and figures, the first finding, choices and date."""
    lang, (_, high) = briefing.texts.lang, master.size
    slide, (left, top, width, _) = master.add(briefing.title, size=40, top=Inches(1.2))
    if not master.own:
        kicker = (left, Inches(0.75), width, Inches(0.4))
        _write(slide, kicker, [briefing.texts("briefing.kicker")], lang, 16, Colour.ACCENT, bold=True)
    if briefing.place:
        _write(slide, (left, top, Inches(3.2), Inches(1.2)), [briefing.place], lang, 66, Colour.ACCENT, bold=True)
    figures = [f"{name}: {value}" for name, value in briefing.figures]
    beside = Inches(3.4) if briefing.place else 0
    _write(slide, (left + beside, top + Inches(0.15), width - beside, Inches(1.2)), figures, lang, 20)
    first = [briefing.slides[0].title] if briefing.slides else []
    _write(slide, (left, top + Inches(1.7), width, Inches(1)), first, lang, 22)
    around = [briefing.choices, briefing.printed]
    _write(slide, (left, high - Inches(1.5), width, Inches(1.1)), around, lang, 14, Colour.MUTED)


def _add(master: Master, told: Slide, briefing: Briefing, number: int) -> None:
    lang, (wide, high) = briefing.texts.lang, master.size
    slide, body = master.add(told.title, size=title_size(told.title), top=Inches(0.62))
    left, _, width, _ = body
    if not master.own:
        _write(slide, (left, Inches(0.3), width, Inches(0.35)), [told.label], lang, 14, Colour.ACCENT, bold=True)
    if told.drawn:
        body, said = _draw(slide, told, briefing, body), told.said[:MOST_SAID]
    else:
        said = (*told.said, *told.sources)
    _write(slide, body, said, lang, text_size(said, body), bullets=True)
    foot = [] if told.drawn is None else list(told.sources)
    _write(slide, (left, high - Inches(0.62), width - Inches(1.5), Inches(0.5)), foot, lang, 10, Colour.MUTED)
    page = (wide - Inches(1.4), high - Inches(0.62), Inches(0.9), Inches(0.3))
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
