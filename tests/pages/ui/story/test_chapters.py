"""What the chapters say where the answers of the pages lack something."""

from __future__ import annotations

import pytest

from etl import text
from etl.text import Texts
from pages.ui.story import chapters


@pytest.fixture
def vi() -> Texts:
    return text.load("vi")


def test_words_replace_a_bridge_where_points_are_unknown(vi: Texts) -> None:
    slide = chapters.why(bridge=None, said=["Tăng hạng: A (5 → 1).", "Giảm hạng: B (1 → 4)."], older=None, texts=vi)
    assert slide is not None and slide.drawn is None
    assert (slide.title, slide.said) == ("Tăng hạng: A (5 → 1)", ("Giảm hạng: B (1 → 4).",))


def test_nothing_to_tell_is_no_slide(vi: Texts) -> None:
    assert chapters.why(bridge=None, said=[], older="Năm 2024 chưa so sánh được.", texts=vi) is None
    assert chapters.moved(rank=None, score=None, texts=vi) is None
    assert chapters.strengths(None, lost=None, texts=vi) is None
    assert chapters.rivals(None, gaps=[], missing=[], chosen=False, texts=vi) is None


def test_a_unit_without_a_figure_is_told_so_without_a_chart(vi: Texts) -> None:
    slide = chapters.standing(lead=None, nothing="Chưa tìm được số liệu", said=(), position=None, texts=vi)
    assert (slide.title, slide.drawn, slide.said) == ("Chưa tìm được số liệu", None, ())


def test_sources_are_counted_by_kind_and_secondary_ones_explained(vi: Texts) -> None:
    kinds = {"official": 5, "secondary": 2}
    slide = chapters.sources(title="7 số liệu", edition="Theo A.", kinds=kinds, limits=["Không tính."], texts=vi)
    assert slide.said[1] == "Số liệu theo loại nguồn: chính thức (5), thứ cấp (2)."
    assert "đăng lại" in slide.said[2] and slide.said[-1] == "Không tính."
