"""One slide: a finding, the sentences under it, the chart that shows it, and where the figures come from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from etl.text import Texts
from pages.ui.charts.caption import Caption, caption_of
from pages.ui.drawn import Drawn


@dataclass(frozen=True, eq=False)
class Slide:
    """`key`: of the slide, unique in a story; `label`: its name in a list; `title`: its finding, without a full stop.

    `said`: whole sentences; `figure`: the name of the chart in the registry of figures and in the texts ``figures``
    ("" where there is none); `drawn`: None for a slide of sentences; `note_hint`: what a presenter may say of it.
    """

    key: str
    label: str
    title: str
    said: tuple[str, ...] = ()
    figure: str = ""
    drawn: Drawn | None = None
    sources: tuple[str, ...] = ()
    note_hint: str = ""

    @property
    def caption(self) -> Caption | None:
        """The chart's caption: its unit and direction, and its text alternative."""
        return caption_of(self.drawn.spec) if self.drawn else None


def of_chart(
    drawn: Drawn, *, key: str, figure: str, texts: Texts, said: Iterable[str] = (), title: str = "", label: str = ""
) -> Slide:
    """A slide of one chart, under the chart's own finding unless a `title` is given."""
    caption = caption_of(drawn.spec)
    return Slide(
        key=key,
        label=label or texts(f"story.label.{key}"),
        title=(title or caption.title).rstrip("."),
        said=tuple(said),
        figure=figure,
        drawn=drawn,
        sources=(caption.source,),
        note_hint=texts(f"figures.{figure}"),
    )


def of_words(title: str, *, key: str, texts: Texts, said: Iterable[str] = (), sources: Iterable[str] = ()) -> Slide:
    """A slide of sentences alone."""
    label = texts(f"story.label.{key}")
    return Slide(key=key, label=label, title=title.rstrip("."), said=tuple(said), sources=tuple(sources))
