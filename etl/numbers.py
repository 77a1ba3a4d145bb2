"""Numbers as people write them: decimal comma, thousands dots, per cent, points of a maximum, a rank beside."""

import math
import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from etl.vietnamese import fold

NUMBER, PERCENT, POINTS = "number", "percent", "points"
MISSING, SHARE_OVER_POINTS, NOT_A_NUMBER = "missing", "share_over_points", "not_a_number"
RANKED_UNITS = (63, 34)

_MISSING_MARKS = frozenset(
    ("-", "–", "—", "−", "_", "...", "..", ".", "x", "*", "/", "//", "--", "---", "?")
    + ("#n/a", "n/a", "na", "#na", "n.a.", "n.a", "nan", "null", "none")
)
_MISSING_WORDS = frozenset(
    fold(words)
    for words in (
        *(
            "KXĐ",
            "không xác định",
            "chưa xác định",
            "chưa có",
            "không có",
            "chưa có số liệu",
            "không có số liệu",
        ),
        *("chưa có dữ liệu", "không có dữ liệu", "chưa công bố", "không công bố", "chưa đánh giá", "trống"),
        *(
            "không đánh giá",
            "chưa xếp hạng",
            "không xếp hạng",
            "chưa cập nhật",
            "đang cập nhật",
            "KCSL",
            "KCDL",
        ),
        *("not available", "no data", "missing", "unknown", "not ranked", "not published"),
    )
)
_SPACES = re.compile(r"\s+")
_PLAIN = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_GROUPED = (
    (re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?"), ".", ","),
    (re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?"), ",", "."),
    (re.compile(r"[+-]?\d{1,3}(?: \d{3})+(?:[.,]\d+)?"), " ", ","),
)
_TRAILING_MARKS = re.compile(r"\s*(?:\(?\*+\)?|[†‡¹²³]|điểm|đ|points?)$", re.IGNORECASE)
_OF = re.compile(r"([^/]+)/([^/]+)")
_TWO_FIGURES = re.compile(r"([^()\[\]\n;]+?)\s*[\n;(\[]\s*([^()\[\]\n;]+?)\s*[)\]]?")
_WHOLE = re.compile(r"[.,]0{1,2}$")
_RANK = re.compile(
    r"(?:hạng|thứ|xếp thứ|xếp hạng|top|#|=|t(?=\d))?\s*(?:thứ\s*)?(\d{1,3})(?:=|\.|st|nd|rd|th)?"
    r"(?:\s*[-–]\s*(\d{1,3}))?(?:\s*/\s*\d{2})?",
    re.IGNORECASE,
)
"""Units in one place share it: "4=", "T4", and "4-5", which is place 4 for both."""
_NOT_YET = re.compile(r"(?:chua|dang) \D+")
_REMARK = re.compile(r"^[~≈]\s*|\s*(?:[(\[][^()\[\]\d]*[)\]]|[↑↓▲▼△▽⬆⬇;])+$")


class Written(NamedTuple):
    """What one cell says.

    `kind`: number; percent (`value` already divided by 100); points (`value` of a `maximum`); missing (a word
    for it); share_over_points ("0,3982/500": a share written over a maximum of points); not_a_number.
    `value` NaN and `rank` None where the cell has none; `decimals` printed, None where not known;
    `grouped` is the other reading of "1.234": thousands; `place` that of "12/63": a rank.
    """

    kind: str
    value: float = math.nan
    rank: int | None = None
    decimals: int | None = None
    maximum: float | None = None
    grouped: float | None = None
    place: int | None = None


_IS_MISSING = Written(MISSING)
_IS_NOT_A_NUMBER = Written(NOT_A_NUMBER)


@lru_cache(maxsize=200_000)
def read_text(text: str) -> Written:
    """The number, rank or word for "missing" in a text cell."""
    if _PLAIN.fullmatch(text):
        return _plain(text)
    tidy = unicodedata.normalize("NFKC", text.replace("…", "...")).strip()
    if is_missing(tidy):
        return _IS_MISSING
    return _with_rank(tidy) or _one_figure(_SPACES.sub(" ", tidy)) or _IS_NOT_A_NUMBER


def is_missing(text: str) -> bool:
    """Whether the text is one of the many ways to say that there is no figure."""
    folded = fold(text)
    marks = not text or text.casefold() in _MISSING_MARKS
    return marks or folded in _MISSING_WORDS or _NOT_YET.fullmatch(folded) is not None


def without_remark(text: str) -> str:
    """The text without what people write beside a figure: "(tạm tính)", an arrow, "~" before it."""
    return _REMARK.sub("", text.strip())


@lru_cache(maxsize=20_000)
def read_rank(text: str) -> Written:
    """The rank in a text cell: "12", "12/63", "hạng 12"."""
    tidy = _SPACES.sub(" ", unicodedata.normalize("NFKC", text.replace("…", "..."))).strip()
    if is_missing(tidy):
        return _IS_MISSING
    place = _place(_WHOLE.sub("", _TRAILING_MARKS.sub("", tidy)))
    return Written(NUMBER, rank=place) if place is not None else _IS_NOT_A_NUMBER


def _place(text: str) -> int | None:
    """The place that a text names; the first of places that units share."""
    found = _RANK.fullmatch(text)
    return int(found[1]) if found and (found[2] is None or int(found[2]) > int(found[1])) else None


def _plain(text: str) -> Written:
    pointed = text.replace(",", ".")
    point = pointed.find(".")
    decimals = len(pointed) - point - 1 if point >= 0 else 0
    grouped = None
    if decimals == 3 and 1 <= len(pointed[:point].lstrip("+-0")) <= 3:
        grouped = float(pointed.replace(".", ""))
    return Written(NUMBER, float(pointed), decimals=decimals, grouped=grouped)


def _with_rank(tidy: str) -> Written | None:
    """Rank and value in one cell, in either order: "12⏎(0,4880)", "0,4880 (12)", "5⏎(-)"."""
    pair = _TWO_FIGURES.fullmatch(tidy)
    if not pair:
        return None
    first, second = pair[1].strip(), pair[2].strip()
    for rank, value in ((first, second), (second, first)):
        place = _place(rank)
        figure = _IS_MISSING if is_missing(value) else _one_figure(value)
        if place is not None and figure and (figure.kind != NUMBER or figure.decimals or figure.value <= 1):
            return figure._replace(rank=place)
    return None


def _one_figure(tidy: str) -> Written | None:
    bare = _TRAILING_MARKS.sub("", tidy)
    if bare.endswith("%"):
        return _percent(_number(bare[:-1].strip()))
    if over := _OF.fullmatch(bare):
        return _points(_number(over[1].strip()), _number(over[2].strip()))
    return _number(bare)


def _percent(number: Written | None) -> Written | None:
    if number is None:
        return None
    return Written(PERCENT, number.value / 100, decimals=(number.decimals or 0) + 2)


def _points(points: Written | None, of: Written | None) -> Written | None:
    """Points of a stated maximum; a share over a maximum is told apart and never divided."""
    if points is None or of is None:
        return None
    maximum = of.grouped or of.value
    if maximum <= 0:
        return None
    if 0 < points.value <= 1 < maximum and points.decimals:
        return Written(SHARE_OVER_POINTS, points.value, decimals=points.decimals, maximum=maximum)
    value = points.grouped if points.grouped and points.grouped <= maximum else points.value
    place = int(value) if maximum in RANKED_UNITS and value.is_integer() else None
    return Written(POINTS, value / maximum, maximum=maximum, place=place)


def _number(text: str) -> Written | None:
    text = re.sub(r"([.,]) (?=\d)", r"\1", text)
    if _PLAIN.fullmatch(text):
        return _plain(text)
    for pattern, thousands, decimal in _GROUPED:
        if pattern.fullmatch(text):
            whole, _, fraction = text.replace(thousands, "").partition(decimal)
            return Written(NUMBER, float(f"{whole}.{fraction or 0}"), decimals=len(fraction))
    return None
