"""What a deck's slides stand on: the product's plain 16:9 pages, or a department's own template.

``DTI_TEMPLATE`` names a .pptx whose master, size, fonts and place of titles are used, without its slides.
"""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from typing import Any
from zipfile import BadZipFile

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.exc import PythonPptxError
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Emu, Inches, Pt

FONT = "Arial"
"""Every PowerPoint has it, and it holds all Vietnamese letters."""
WIDE = (Inches(13.333), Inches(7.5))
EDGE = Inches(0.5)
TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)

Box = tuple[int, int, int, int]
"""left, top, width, height in EMU."""


@dataclass(frozen=True, eq=False)
class Master:
    """`made`: the presentation of python-pptx; `own`: whether a template says where titles stand."""

    made: Any
    own: bool

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of a slide."""
        return self.made.slide_width, self.made.slide_height

    def add(self, title: str, *, size: int, top: int) -> tuple[Any, Box]:
        """A new slide with its title, and the box that is left below it, above the foot.

        `size`, `top`: of the title in points and from the upper edge, where no template sets them; a template's titles
        shrink when they are long.
        """
        slide = self.made.slides.add_slide(_plainest(self.made))
        for place in list(slide.placeholders):
            if place.placeholder_format.type not in TITLES:
                place._element.getparent().remove(place._element)
        shape = slide.shapes.title or slide.shapes.add_textbox(*map(Emu, self._title_box(top)))
        shape.text_frame.text = title
        if not self.own:
            self._set(shape, size, top)
        elif len(title) > 60:
            shape.text_frame.paragraphs[0].runs[0].font.size = Pt(size)
        return slide, self._below(shape)

    def _title_box(self, top: int) -> Box:
        return EDGE, top, self.size[0] - 2 * EDGE, Inches(1.15)

    def _set(self, shape: Any, size: int, top: int) -> None:
        shape.left, shape.top, shape.width, shape.height = map(Emu, self._title_box(top))
        frame = shape.text_frame
        frame.word_wrap, frame.auto_size, frame.vertical_anchor = True, MSO_AUTO_SIZE.NONE, MSO_ANCHOR.TOP
        frame.margin_left = 0
        run = frame.paragraphs[0].runs[0]
        run.font.size, run.font.bold = Pt(size), True
        frame.paragraphs[0].alignment = PP_ALIGN.LEFT

    def _below(self, shape: Any) -> Box:
        top = shape.top + shape.height + Inches(0.13)
        return shape.left, top, shape.width, self.size[1] - top - Inches(0.75)


def opened() -> Master:
    """The template that ``DTI_TEMPLATE`` names, else plain pages.  Raises OSError for what is no .pptx."""
    template = os.environ.get("DTI_TEMPLATE")
    if not template:
        return Master(_plain(), own=False)
    try:
        made = Presentation(template)
    except (PythonPptxError, BadZipFile, KeyError, ValueError):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), template) from None
    for entry in list(made.slides._sldIdLst):
        made.part.drop_rel(entry.rId)
        made.slides._sldIdLst.remove(entry)
    return Master(made, own=True)


def _plain() -> Any:
    made = Presentation()
    made.slide_width, made.slide_height = WIDE
    theme = made.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = theme.blob.replace(b'typeface="Calibri"', f'typeface="{FONT}"'.encode())
    return made


def _plainest(made: Any) -> Any:
    """The layout that has a title and the fewest other places."""
    titled = [layout for layout in made.slide_layouts if any(_is_title(place) for place in layout.placeholders)]
    return min(titled or made.slide_layouts, key=lambda layout: len(layout.placeholders))


def _is_title(place: Any) -> bool:
    return place.placeholder_format.type in TITLES
