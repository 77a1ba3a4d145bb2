"""Pictures: offline, at twice the size, with title, source and the shipped font in them."""

from __future__ import annotations

import io
import json
import tomllib
from typing import Any

import pandas as pd
import pytest
from PIL import Image, ImageFont

from etl import text
from pages.ui import images, theme
from pages.ui.charts.caption import Caption, dressed
from pages.ui.charts.marks import layer, number
from pages.ui.drawn import Drawn

LONG = "Một phát hiện rất dài mà một dòng của bức hình hẹp không chứa hết được, nên phải xuống dòng"


def chart(title: str = "Tiêu đề <thử> & dấu") -> dict[str, Any]:
    encoding = {"x": number("x"), "y": number("y")}
    drawing = dressed(
        [layer("points", "circle", encoding)],
        data={"points": [{"x": 0.1, "y": 1}, {"x": 0.9, "y": 2}]},
        caption=Caption(title=title, source="Nguồn: Bộ Khoa học và Công nghệ"),
        subtitle="Giá trị 0–1",
        summary="hai điểm",
        height=100,
        words=text.load("vi"),
    )
    return Drawn.of(drawing, pd.DataFrame()).spec


def test_the_picture_carries_title_unit_source_and_alternative() -> None:
    drawn = images.svg(chart())
    for words in ("Tiêu đề &lt;thử&gt; &amp; dấu", "Giá trị 0–1", "Nguồn: Bộ Khoa học và Công nghệ", "hai điểm"):
        assert words in drawn


def test_axis_numbers_have_the_decimal_comma_of_the_language() -> None:
    assert ">0,20<" in images.svg(chart())


def test_a_long_title_wraps_and_the_picture_grows() -> None:
    short, long = (images.svg(chart(title), width=420) for title in ("Ngắn", LONG))
    assert ">Một phát hiện rất dài" in long and f">{LONG}<" not in long.split("</title>")[1].replace("desc", "")
    assert height(long) > height(short)


def height(svg: str) -> int:
    return int(svg.split('height="')[1].split('"')[0])


def test_png_is_twice_as_large_and_not_blank() -> None:
    picture = Image.open(io.BytesIO(images.png(chart(), width=500)))
    assert picture.width == 1000
    assert len(picture.convert("RGB").getcolors(1 << 24) or []) > 30


def test_the_spec_is_left_as_it_was() -> None:
    spec = chart()
    before = json.dumps(spec)
    images.svg(spec)
    assert json.dumps(spec) == before


@pytest.mark.parametrize("weight", ["Regular", "SemiBold", "Bold"])
def test_the_font_holds_every_letter_of_the_texts(weight: str) -> None:
    font = ImageFont.truetype(theme.FONT_FOLDER / f"DTISans-{weight}.ttf", 40)
    assert font.getname()[0].startswith(theme.FONT)
    letters = {letter for lang in text.LANGUAGES for letter in charts_words(lang)} - {" "}
    assert not any(bytes(font.getmask("\uffff"))), "a letter that the font has not is blank"
    assert [letter for letter in sorted(letters) if not any(bytes(font.getmask(letter)))] == []


def charts_words(lang: str) -> str:
    file = text.TEXT_FOLDER / lang / "charts.toml"
    alphabet = "aăâbcdđeêghiklmnoôơpqrstuưvxyàáạảãằắặẳẵầấậẩẫèéẹẻẽềếệểễìíịỉĩòóọỏõồốộổỗờớợởỡùúụủũừứựửữỳýỵỷỹ"
    return str(tomllib.loads(file.read_text(encoding="utf-8"))).replace("\\n", "") + alphabet + alphabet.upper()
