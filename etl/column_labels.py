"""What the header texts over a column say by themselves: a name, a value or a rank, a year, a measure."""

import re
from dataclasses import dataclass
from functools import lru_cache

from etl import assessors, vocabulary

VALUE, RANK, BOTH, ASIDE = "value", "rank", "both", "aside"
PERIOD, INDICATOR, FRAMEWORK, UNIVERSE, CODE = "period", "indicator", "framework", "universe", "code"
MAXIMUM = "maximum"
FIGURES = (VALUE, RANK, BOTH)
KEYS = {
    PERIOD: vocabulary.PERIOD_HEADER,
    INDICATOR: vocabulary.INDICATOR_HEADER,
    FRAMEWORK: vocabulary.FRAMEWORK_HEADER,
    UNIVERSE: vocabulary.UNIVERSE_HEADER,
    CODE: vocabulary.UNIT_CODE_HEADER,
    MAXIMUM: vocabulary.MAXIMUM_HEADER,
    ASIDE: vocabulary.ASIDE_HEADER,
}
_MAXIMUM = re.compile(
    r"(?:tối đa|toi da|max\.?|thang điểm|điểm chuẩn|trên)\s*:?\s*(\d[\d.]*(?:,\d+)?)"
    r"|/\s*(\d[\d.]*)\s*(?:điểm|đ)?\s*\)?$"
    r"|[(\[]\s*0\s*[-–÷]\s*(\d[\d.]*)\s*[)\]]"
    r"|\((\d[\d.]*(?:,\d+)?)\s*(?:điểm|đ|points?|pts)\)",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"\s*[(\[]\s*\d+\s*[-–÷]\s*\d[\d.]*\s*[)\]]"
    r"|\s*[(\[][^()\[\]]*(?:điểm|%|tối đa|max|thang|pts|points|đvt|phần trăm)[^()\[\]]*[)\]]"
    r"|\s*/\s*(?!20\d\d\b)\d[\d.]*\s*(?:điểm|đ)?$|\s*%$",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"%|phần trăm|per ?cent", re.IGNORECASE)


@dataclass(frozen=True)
class Said:
    """What header texts say by themselves; `kind` None when they do not say which figure it is; `assessor` as in
    etl.assessors."""

    kind: str | None
    keys: frozenset[str]
    names: tuple[str, ...]
    period: int | None
    maximum: float | None
    percent: bool
    assessor: str


@lru_cache(maxsize=5_000)
def said(labels: tuple[str, ...]) -> Said:
    """What the texts from the top say, each once."""
    plain = tuple(_MEASURE.sub("", label) for label in labels)
    folded = [vocabulary.folded(vocabulary.without_year(label)) for label in plain]
    last = vocabulary.folded(plain[-1])
    keys = {key for key, pattern in KEYS.items() if pattern.fullmatch(last)}
    without_words = not any(char.isalnum() or char == "%" for char in labels[-1])  # "+/-"
    if without_words or vocabulary.ORDINAL_HEADER.fullmatch(last) or vocabulary.UNIT_HEADER.fullmatch(last):
        keys.add(ASIDE)
    told = [assessors.told(text) for text in folded]
    names, kind = _names_and_kind(plain, folded, [rest for _, rest in told])
    years = [year for label in labels if (year := vocabulary.year_in(label))]
    whole = " ".join(labels)
    return Said(
        kind=kind,
        keys=frozenset(keys),
        names=names,
        period=years[-1] if years else None,
        maximum=_stated_maximum(whole),
        percent=bool(_PERCENT.search(whole)),
        assessor=next((who for who, _ in reversed(told) if who), assessors.PUBLISHED),
    )


def _names_and_kind(
    labels: tuple[str, ...], folded: list[str], without_assessors: list[str]
) -> tuple[tuple[str, ...], str | None]:
    """The parts of the labels that name an indicator, and whether they say value, rank or both.

    A label that says nothing else ("Xếp hạng") goes before one that says it beside a name.
    """
    names: list[str] = []
    alone: set[str] = set()
    beside: set[str] = set()
    for label, text, bare in zip(labels, folded, without_assessors, strict=True):
        kinds, rest = _kinds(bare)
        (beside if rest else alone).update(kinds)
        if rest:
            names.append(rest if kinds or bare != text else label)
    said = alone or beside
    return tuple(names), BOTH if len(said) == 2 else next(iter(said), None)


def _kinds(text: str) -> tuple[set[str], str]:
    """What kinds of figure a folded label speaks of, and the rest of it."""
    kinds = set()
    for kind, words in ((RANK, vocabulary.RANK_WORDS), (VALUE, vocabulary.VALUE_WORDS)):
        rest = vocabulary.without_role(text, words)
        if rest is not None:
            kinds.add(kind)
            text = rest
    if text in vocabulary.VALUE_ALONE:
        return kinds or {VALUE}, ""
    return kinds, text


def _stated_maximum(text: str) -> float | None:
    found = _MAXIMUM.search(text)
    if not found:
        return None
    written = next(group for group in found.groups() if group)
    maximum = float(written.replace(".", "").replace(",", "."))
    return None if vocabulary.year_in(written) or maximum <= 1 else maximum
