"""The deck, opened again: titles, native charts with the query's numbers, notes, an own template."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Inches

from pages.ui.briefing import powerpoint
from pages.ui.briefing.content import Briefing
from tests.pages.ui.briefing.conftest import NOTES


@pytest.fixture(scope="module")
def deck(whole: Briefing) -> Presentation:
    return Presentation(io.BytesIO(powerpoint.deck(whole)))


def chart_of(deck: Presentation, briefing: Briefing, key: str):
    place = [slide.key for slide in briefing.slides].index(key) + 1
    return next(shape.chart for shape in deck.slides[place].shapes if shape.has_chart)


def test_each_finding_is_the_title_of_a_slide(deck: Presentation, whole: Briefing) -> None:
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert titles == [whole.title, *(slide.title for slide in whole.slides)]
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9, abs=0.001)


def test_charts_are_native_and_hold_the_numbers_of_the_query(deck: Presentation, whole: Briefing) -> None:
    drawn = {slide.key: slide.drawn for slide in whole.slides if slide.drawn}
    assert sum(shape.has_chart for slide in deck.slides for shape in slide.shapes) == len(drawn)
    position = chart_of(deck, whole, "standing").plots[0]
    table = drawn["standing"].table
    assert list(position.categories) == table["province"].tolist()
    assert list(position.series[0].values) == table["value"].tolist()
    why = {series.name: series.values for series in chart_of(deck, whole, "why").plots[0].series}
    deltas = drawn["why"].table["delta"]
    assert sum(filter(None, why["Tăng"])) == pytest.approx(deltas[deltas >= 0.05].sum())
    assert sum(filter(None, why["Giảm"])) == pytest.approx(-deltas[deltas <= -0.05].sum())


def test_a_chart_has_its_text_alternative(deck: Presentation, whole: Briefing) -> None:
    frames = [shape for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    words = [frame._element.nvGraphicFramePr.cNvPr.get("descr") for frame in frames]
    assert words == [slide.caption.description for slide in whole.slides if slide.caption]


def test_notes_are_carried_over_and_hints_stand_in_for_them(deck: Presentation, whole: Briefing) -> None:
    notes = dict(zip((slide.key for slide in whole.slides), list(deck.slides)[1:], strict=True))
    assert notes["why"].notes_slide.notes_text_frame.text.startswith(NOTES["why"])
    assert "Mỗi chấm là một tỉnh" in notes["standing"].notes_slide.notes_text_frame.text


def test_sources_choices_and_date_are_printed(deck: Presentation, whole: Briefing) -> None:
    words = "\n".join(shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame)
    assert whole.choices in words and whole.printed in words
    assert all(source in words for slide in whole.slides for source in slide.sources)


@pytest.fixture
def template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A template of another size with a slide in it, whose titles stand lower than ours."""
    own = Presentation()
    own.slide_width, own.slide_height = Inches(12), Inches(6.75)
    own.slides.add_slide(own.slide_layouts[0]).shapes.title.text = "Trang mẫu"
    path = tmp_path / "mẫu.pptx"
    own.save(path)
    monkeypatch.setenv("DTI_TEMPLATE", str(path))
    return path


def test_an_own_template_gives_size_and_master_and_loses_its_slides(whole: Briefing, template: Path) -> None:
    made, own = Presentation(io.BytesIO(powerpoint.deck(whole))), Presentation(template)
    assert made.slide_width == Inches(12) and len(made.slides) == len(whole.slides) + 1
    title = made.slides[1].shapes.title
    assert title.text_frame.text == whole.slides[0].title
    assert title.top == own.slide_layouts[5].placeholders[0].top
    chart = next(shape for shape in made.slides[1].shapes if shape.has_chart)
    assert chart.top >= title.top + title.height


def test_what_is_no_template_is_named(whole: Briefing, template: Path) -> None:
    template.write_bytes(b"no")
    with pytest.raises(OSError) as refused:
        powerpoint.deck(whole)
    assert refused.value.filename == str(template)


@pytest.mark.parametrize("length", [40, 120, 400])
def test_longer_titles_and_sentences_are_set_smaller(length: int) -> None:
    assert powerpoint.title_size("x" * length) in (28, 24, 20)
    small = powerpoint.text_size(["x" * length] * 5, (0, 0, Inches(3.9), Inches(4.7)))
    assert small <= powerpoint.text_size(["x" * 20], (0, 0, Inches(3.9), Inches(4.7)))
