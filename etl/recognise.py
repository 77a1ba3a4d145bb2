"""Of which framework, period and universe a table is, by the rules of method §1; unsure rather than guessed."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from etl.reference import Reference
from etl.vietnamese import fold

ICT, DTI = "ict", "dti"
_FAMILY = {
    ICT: re.compile(r"\bict index\b|\bict\b|san sang (?:cho )?(?:phat trien|ung dung)|muc do san sang"),
    DTI: re.compile(r"\bp?dti\b|chuyen doi so|digital transformation|chuyen doi so"),
}
_LOOKALIKE = re.compile(
    r"muc do ung dung (?:cntt|cong nghe thong tin)|ung dung (?:cntt|cong nghe thong tin) cua (?:cac )?(?:co quan|tinh)|"
    r"\b(?:papi|pci|par index|sipas|pii)\b|cai cach hanh chinh|nang luc canh tranh|doi moi sang tao cap"
)
_UNIVERSE = {
    34: re.compile(
        r"\b34 (?:tinh|dia phuong|don vi|thanh pho|province|unit)|sau (?:khi )?(?:sap xep|sap nhap|hop nhat)"
    ),
    63: re.compile(
        r"\b63 (?:tinh|dia phuong|don vi|thanh pho|province|unit)|truoc (?:khi )?(?:sap xep|sap nhap|hop nhat)"
    ),
}
_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")
_YEAR_OF_DECREE = re.compile(
    r"(?:quyet dinh|\bqd|nghi quyet|cong van)(?:\s+so)?\s+(\d*)[^\s,;]*\s+(?:nam\s+)?(20\d{2})\b"
)
_NOT_THE_PERIOD = re.compile(
    r"\d+/(?:\d{4}/)?(?:qd|nq|tt|nd|bc|cv|tb|kh)\b[-\w]*|\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|"
    r"ngay\s+\d{1,2}\s+thang\s+\d{1,2}\s+nam\s+\d{4}|thang\s+\d{1,2}\s*(?:/|nam)\s*\d{4}|"
    r"(?:so lieu|du lieu|data)(?:\s+\S+){0,3}?\s+\d{4}|"
    r"(?:so voi|cong bo|ban hanh|compared with|published in)(?:\s+nam)?\s+\d{4}|"
    r"giai doan\s+\d{4}\s*-\s*\d{4}"
)
_DECREE_NUMBER = re.compile(r"\b(\d{2,5})/qd|(?:quyet dinh|\bqd)(?:\s+so)?\s+(\d{2,5})\b")


@dataclass(frozen=True)
class Edition:
    """What figures are of: framework id, year, and universe (63 or 34 units)."""

    framework: str
    period: int
    universe: int


@dataclass(frozen=True)
class Clues:
    """What the words around a table say: texts from the nearest (its titles) to the furthest (the file's name).

    `framework`, `period`, `universe` are what the user says; they go before anything that is read.
    """

    scopes: tuple[tuple[str, ...], ...]
    framework: str | None = None
    period: int | None = None
    universe: int | None = None


def lookalike(clues: Clues) -> str | None:
    """The words, nearest first, that name another index much like these (the ministry's "mức độ ứng dụng CNTT").

    None when words as near or nearer name an index that is followed here.
    """
    for scope in () if clues.framework else clues.scopes:
        if any(_families(text) for text in scope):
            return None
        if found := next((text for text in scope if _LOOKALIKE.search(fold(text))), None):
            return found
    return None


def period_of(clues: Clues, reference: Reference) -> int | None:
    """The year that the table is for: said, or the one year of the nearest words that name a year."""
    if clues.period is not None:
        return clues.period
    issued = _issued(reference)
    said = _nearest(clues.scopes, lambda text: _years(text, issued))
    if said is None and clues.framework:
        edition = reference.editions.set_index("framework").loc[clues.framework]
        only = edition["first_period"] == edition["last_period"]
        return int(edition["first_period"]) if pd.notna(only) and only else None
    return said


def framework_of(
    clues: Clues, period: int | None, reference: Reference, *, by_names: Callable[[str], int]
) -> str | None:
    """The edition in force for the period, of the family that words or column names point to.

    `by_names` counts the columns that a framework knows. A decision named by its number must be the one in
    force; otherwise nothing is sure.
    """
    if clues.framework is not None:
        return clues.framework
    named = named_framework(clues, reference)
    family = _nearest(clues.scopes, _families) or _family_by_names(reference, by_names)
    in_force = [row.framework for row in _in_force(reference, period) if row.family == family]
    if named and period is not None and family:
        return named if named in in_force else None
    if named:
        return named
    return in_force[0] if len(in_force) == 1 else None


def named_framework(clues: Clues, reference: Reference) -> str | None:
    """The framework that the nearest words name by its id or by the number of its decision."""
    return _nearest(clues.scopes, lambda text: _decrees(text, reference))


def universe_of(clues: Clues, period: int | None, *, n_units: int, only_in_63: bool) -> int | None:
    """63 to 2023, 34 from 2025; 2024 by the words, else by the units named."""
    if clues.universe is not None:
        return clues.universe
    said = _nearest(clues.scopes, _universes)
    if said is not None:
        return said
    if period is not None and period != 2024:
        return 63 if period < 2024 else 34
    if only_in_63 or n_units > 34:
        return 63
    return 34 if n_units == 34 else None


def _nearest(scopes: Iterable[Sequence[str]], read: Callable[[str], frozenset]):
    """The one thing that the nearest scope with any says; None when a scope says several."""
    for scope in scopes:
        said = [found for text in scope if (found := read(text))]
        sole = [found for found in said if len(found) == 1]
        together = frozenset().union(*(sole or said)) if said else frozenset()
        if together:
            return next(iter(together)) if len(together) == 1 else None
    return None


@lru_cache(maxsize=5_000)
def _years(text: str, issued: frozenset[tuple[str, int]]) -> frozenset[int]:
    """Years that a text names for its figures; the year of a decision is none of them.

    Where no other year stands, "Quyết định 922 năm 2021" speaks of 2021: that decision is of 2022 (`issued`: number
    and year of each).
    """
    words = _unmarked(text)
    named = _YEAR.findall(_NOT_THE_PERIOD.sub(" ", _YEAR_OF_DECREE.sub(" ", words)))
    beside = [(number, int(year)) for number, year in _YEAR_OF_DECREE.findall(words)]
    others = [year for number, year in beside if number in dict(issued) and (number, year) not in issued]
    return frozenset(map(int, named)) or frozenset(others)


def _issued(reference: Reference) -> frozenset[tuple[str, int]]:
    """The number of each decision that states a framework, and the year it was issued in."""
    rows = zip(reference.editions["decree_vi"], reference.editions["issued"], strict=True)
    dated = [(number, issued) for decree, issued in rows for number in _decree_numbers(decree) if issued]
    return frozenset((number, int(str(issued)[:4])) for number, issued in dated)


@lru_cache(maxsize=5_000)
def _families(text: str) -> frozenset[str]:
    return frozenset(family for family, words in _FAMILY.items() if words.search(fold(text)))


@lru_cache(maxsize=5_000)
def _universes(text: str) -> frozenset[int]:
    return frozenset(universe for universe, words in _UNIVERSE.items() if words.search(fold(text)))


def _decrees(text: str, reference: Reference) -> frozenset[str]:
    """Frameworks named by id or by the number of their decision."""
    numbers = _decree_numbers(text)
    editions = reference.editions
    return frozenset(
        framework
        for framework, decree in zip(editions["framework"], editions["decree_vi"], strict=True)
        if framework in text or numbers & _decree_numbers(decree)
    )


def _decree_numbers(text: str) -> set[str]:
    """Numbers of decisions: "922" of "Quyết định số 922/QĐ-BTTTT"."""
    return {number for found in _DECREE_NUMBER.findall(_unmarked(text)) for number in found if number}


@lru_cache(maxsize=5_000)
def _unmarked(text: str) -> str:
    """Without Vietnamese marks and case, but with its punctuation."""
    return " ".join(fold(word) if word.isalpha() else _fold_keeping(word) for word in text.split())


def _fold_keeping(word: str) -> str:
    return "".join(fold(char) or char for char in word)


def _family_by_names(reference: Reference, by_names: Callable[[str], int]) -> str | None:
    families = dict(zip(reference.editions["framework"], reference.editions["family"], strict=True))
    counts: dict[str, int] = {}
    for framework, family in families.items():
        counts[family] = max(counts.get(family, 0), by_names(framework))
    best = max(counts.values(), default=0)
    leading = [family for family, count in counts.items() if count == best]
    return leading[0] if best and len(leading) == 1 else None


def _in_force(reference: Reference, period: int | None) -> list:
    """Editions whose span holds the period."""
    if period is None:
        return []
    last = reference.editions["last_period"].fillna(9999)
    return list(reference.editions[(reference.editions["first_period"] <= period) & (period <= last)].itertuples())
