"""Which indicator of a framework a header or a title names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from etl import vocabulary
from etl.encodings import legacy_readings
from etl.reference import Reference
from indicators.framework import Framework

SUGGESTED_FROM = 80
"""Similarity (0..100) from which a name is worth suggesting."""
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_LEADING_CODE = re.compile(r"^(\d+(?:\.\d+)*)\.?\s+(?=\D)")
_LEADING_WORDS = re.compile(r"^(?:(?:chi so|chi tieu|nhom|tru cot|thanh phan|chinh|linh vuc|index of|index)(?: |$))+")


@dataclass(frozen=True)
class IndicatorMatch:
    """The indicator that a name means: `code`; `activity`, what else sources call by the same name."""

    code: str
    activity: str | None = None


@dataclass
class IndicatorNames:
    """Names, abbreviations and aliases of each framework's indicators.  Answers are remembered."""

    reference: Reference
    _known: dict[str, dict[str, list[str]]] = field(default_factory=dict, init=False)
    _ambiguous: dict[str, dict[str, IndicatorMatch]] = field(default_factory=dict, init=False)
    _titles: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict, init=False)
    _words: dict[str, list[str]] = field(default_factory=dict, init=False)
    _found: dict[tuple[str, tuple[str, ...]], IndicatorMatch | None] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        for edition, tree in self.reference.frameworks.items():
            self._known[edition] = _names(tree)
            names = zip(tree.nodes.index, tree.nodes["name_vi"], tree.nodes["name_en"], strict=True)
            self._titles |= {(edition, code): {"vi": vi, "en": en} for code, vi, en in names}
        said = self._add_aliases()
        for row in self.reference.ambiguous_aliases.itertuples():
            activity = row.code_if_activity
            pillar = IndicatorMatch(row.code_if_pillar, activity) if row.code_if_pillar else IndicatorMatch(activity)
            if (row.framework, _compact(row.alias)) not in said:
                self._ambiguous.setdefault(row.framework, {})[_compact(row.alias)] = pillar

    def _add_aliases(self) -> set[tuple[str, str]]:
        """Adds what sources call the indicators; which names of which frameworks have a meaning of their own."""
        said = set()
        for row in self.reference.indicator_aliases.itertuples():
            alias = next(_forms(row.alias), "")
            for edition in [row.framework] if row.framework else list(self._known):
                if (edition, row.code) in self._titles:
                    self._known[edition][alias] = [row.code]
                    said.add((edition, alias))
        return said

    def title(self, framework: str, code: str) -> dict[str, str]:
        """The indicator's name by language."""
        return self._titles[framework, code]

    def find(self, names: tuple[str, ...], framework: str) -> IndicatorMatch | None:
        """The indicator named by header texts from the top ("Hạ tầng kỹ thuật", "Xã hội"); None: no such name."""
        key = (framework, names)
        if key not in self._found:
            self._found[key] = self._look_up(names, framework)
        return self._found[key]

    def suggest(self, name: str, framework: str) -> dict[str, str] | None:
        """The title of the indicator whose name resembles `name` most, None when none does."""
        known = {key: codes[0] for key, codes in self._known[framework].items() if len(codes) == 1}
        near = process.extractOne(_compact(name), list(known), scorer=fuzz.ratio, score_cutoff=SUGGESTED_FROM)
        return self.title(framework, known[near[0]]) if near else None

    def named_in(self, title: str, framework: str) -> IndicatorMatch | None:
        """The one indicator below the index that a longer text names, None when it names none or several.

        A name within a longer one does not count: "ứng dụng CNTT" within "… phát triển và ứng dụng CNTT-TT".
        """
        text = f" {vocabulary.folded(title)} "
        named = [name for name in self._in_words(framework) if f" {name} " in text]
        whole = [name for name in named if not any(name != other and name in other for other in named)]
        matches = {match for name in whole if (match := self.find((name,), framework))}
        below = [match for match in matches if match.code != self.reference.frameworks[framework].root]
        return below[0] if len(below) == 1 else None

    def _in_words(self, framework: str) -> list[str]:
        """Folded names of three words and more."""
        if framework not in self._words:
            names = [name for code in self._codes(framework) for name in self.title(framework, code).values()]
            for aliases in (self.reference.indicator_aliases, self.reference.ambiguous_aliases):
                names += aliases.loc[aliases["framework"].isin([framework, ""]), "alias"].tolist()
            self._words[framework] = [folded for name in names if (folded := vocabulary.folded(name)).count(" ") > 1]
        return self._words[framework]

    def _codes(self, framework: str) -> list[str]:
        return [code for edition, code in self._titles if edition == framework]

    def _look_up(self, names: tuple[str, ...], framework: str) -> IndicatorMatch | None:
        for text in dict.fromkeys((" ".join(names), names[-1])):
            if code := self._own_code(text, framework):
                return IndicatorMatch(code)
            for form in _forms(text):
                if match := self._ambiguous.get(framework, {}).get(form):
                    return match
                codes = self._known[framework].get(form, [])
                if code := self._one_of(codes, names[:-1], framework):
                    return IndicatorMatch(code)
        return None

    def _own_code(self, text: str, framework: str) -> str | None:
        """The code that is the text, or that begins it ("4.1 Tỷ lệ …")."""
        leading = _LEADING_CODE.match(text.strip())
        candidates = (text.strip(), leading[1] if leading else "")
        return next((code for code in candidates if (framework, code) in self._titles), None)

    def _one_of(self, codes: list[str], groups: tuple[str, ...], framework: str) -> str | None:
        """The only code, or the only one that stands below the group named above it."""
        if len(codes) > 1 and groups and (group := self._look_up(groups, framework)):
            tree = self.reference.frameworks[framework]
            codes = [code for code in codes if group.code in tree.ancestors(code)]
        return codes[0] if len(codes) == 1 else None


def _names(tree: Framework) -> dict[str, list[str]]:
    known: dict[str, list[str]] = {}
    for column in ("name_vi", "name_en", "short_vi", "short_en"):
        for code, name in zip(tree.nodes.index, tree.nodes.get(column, []), strict=False):
            codes = known.setdefault(_compact(name), [])
            if code not in codes:
                codes.append(code)
    return known | {_compact(code): [code] for code in tree.nodes.index}


def _forms(text: str) -> Iterator[str]:
    """What a header text may be compared as: whole, without brackets, their content, in another encoding."""
    plain = _LEADING_CODE.sub("", vocabulary.without_year(text).strip())
    for form in (
        plain,
        _BRACKETS.sub("", plain),
        *_BRACKETS.findall(plain),
        *legacy_readings(plain).values(),
    ):
        if compact := _compact(form):
            yield compact


def _compact(name: str) -> str:
    """Folded, without a leading "Chỉ số", without spaces."""
    folded = vocabulary.folded(name)
    return (_LEADING_WORDS.sub("", folded) or folded).replace(" ", "")
