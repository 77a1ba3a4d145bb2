from __future__ import annotations

from pages.ui.charts.caption import Caption, caption_of, dressed


def made(caption: Caption, words, summary: str = "tóm tắt"):
    return dressed([], data={}, caption=caption, subtitle="đơn vị", summary=summary, height=9.6, words=words)


def test_the_chart_carries_its_caption(vi) -> None:
    caption = caption_of(made(Caption("Tiêu đề", "Nguồn"), vi))
    assert caption == Caption("Tiêu đề", "Nguồn", "đơn vị", "Tiêu đề. tóm tắt")


def test_the_caption_s_own_words_win(vi) -> None:
    own = Caption("Tiêu đề", "Nguồn", "riêng", "lời thay hình")
    assert caption_of(made(own, vi)) == own


def test_nothing_known_is_said(vi) -> None:
    assert made(Caption("Tiêu đề", "Nguồn"), vi, summary="")["description"] == "Tiêu đề. " + vi("charts.no_value")


def test_height_is_whole_pixels_and_numbers_are_vietnamese(vi) -> None:
    chart = made(Caption("Tiêu đề", "Nguồn"), vi)
    assert chart["height"] == 10
    assert chart["config"]["locale"]["number"]["decimal"] == ","
