"""Names in a file that nobody knows yet, and what they could stand for: a person says which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from etl.aliases import Aliases
from etl.problems import Problem
from etl.reference import Reference
from etl.text import Texts
from pages.ui.questions.upload.problems import place

UNIT, INDICATOR = "unit", "indicator"
_ABOUT_A_UNIT = {"unknown-province": {"suggestion", "no_suggestion"}, "ambiguous-province": {"several_fit"}}
_ABOUT_AN_INDICATOR = {"unknown-indicator": {"suggestion", "no_such_name"}}


@dataclass(frozen=True)
class UnknownName:
    """One name, wherever it stands.

    ``kind``: unit | indicator; ``scope``: the universe or the framework in which it is looked up; ``name``: as it is
    looked up, ``written``: as it stands in the cell; ``choices``: names by code, the suggested ones first.
    """

    kind: str
    scope: int | str
    name: str
    written: str
    places: tuple[str, ...]
    suggested: tuple[str, ...]
    choices: dict[str, str]

    def said(self, code: str) -> Aliases:
        """What it means that a person chose ``code``."""
        if self.kind == UNIT:
            return Aliases(units=((int(self.scope), self.name, code),))
        return Aliases(indicators=((str(self.scope), self.name, code),))


def unknown_names(problems: Iterable[Problem], known: Reference, texts: Texts) -> list[UnknownName]:
    """Each unknown name once, in the order of finding."""
    found: dict[tuple[str, int | str, str], list[Problem]] = {}
    for problem in problems:
        if (key := _key(problem)) is not None:
            found.setdefault(key, []).append(problem)
    return [_unknown(kind, scope, name, of, known, texts) for (kind, scope, name), of in found.items()]


def _key(problem: Problem) -> tuple[str, int | str, str] | None:
    """Kind, scope and name of a problem that an answer mends; None for any other."""
    fields = problem.fields
    if problem.variant in _ABOUT_A_UNIT.get(problem.rule, ()):
        return UNIT, int(str(fields["universe"])), problem.found
    if problem.variant in _ABOUT_AN_INDICATOR.get(problem.rule, ()):
        return INDICATOR, str(fields["framework"]), str(fields["name"])
    return None


def _unknown(kind: str, scope: int | str, name: str, of: list[Problem], known: Reference, texts: Texts) -> UnknownName:
    names = _units(known, scope, texts.lang) if kind == UNIT else _indicators(known, scope, texts.lang)
    suggested = _suggested(of[0], kind, known, scope)
    first = {code: names[code] for code in suggested if code in names}
    places = tuple(place(problem.sheet, problem.cell, texts) for problem in of)
    return UnknownName(kind, scope, name, of[0].found, places, tuple(first), first | names)


def _units(known: Reference, universe: int | str, lang: str) -> dict[str, str]:
    rows = known.provinces[known.provinces["universe"] == universe].sort_values("sort_key")
    return dict(zip(rows["province_code"], rows[f"name_{lang}"], strict=True))


def _indicators(known: Reference, framework: int | str, lang: str) -> dict[str, str]:
    nodes = known.frameworks[str(framework)].nodes
    return dict(zip(map(str, nodes.index), nodes[f"name_{lang}"], strict=True))


def _suggested(problem: Problem, kind: str, known: Reference, scope: int | str) -> list[str]:
    """Codes of what the reader of the file suggests; it suggests Vietnamese names of units, both of indicators."""
    if kind == UNIT:
        told = str(problem.fields.get("suggestions") or problem.fields.get("suggestion") or "").split(", ")
        codes = {name: code for code, name in _units(known, scope, "vi").items()}
        return [codes[name] for name in told if name in codes]
    suggestion = problem.fields["suggestion"]
    if not isinstance(suggestion, dict):
        return []
    return [code for code, name in _indicators(known, scope, "vi").items() if name == suggestion["vi"]][:1]
