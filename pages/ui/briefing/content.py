"""What every export is made of: the slides, and what is printed around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from etl.text import Texts
from pages.ui.story.slide import Slide


@dataclass(frozen=True, eq=False)
class Briefing:
    """One province, one edition. `notes`: what the presenter wrote, by the key of the slide.

    `title`: of the document; `choices`: a sentence on everything chosen; `printed`: a sentence with date and build;
    `place`: the rank as "4/63", "" where there is none; `figures`: label and value of what stands beside it.
    """

    title: str
    province: str
    choices: str
    printed: str
    place: str
    figures: tuple[tuple[str, str], ...]
    slides: tuple[Slide, ...]
    texts: Texts
    notes: Mapping[str, str] = field(default_factory=dict)

    def note_of(self, slide: Slide) -> str:
        """What to say of a slide: the presenter's note, else the hint on how to read its chart."""
        return self.notes.get(slide.key) or slide.note_hint
