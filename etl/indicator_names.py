"""Which indicator of a framework a header or a title names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from etl import vocabulary
from etl.reference import Reference
from indicators.framework import Framework

_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_LEADING_CODE = re.compile(r"^(\d+(?:\.\d+)+|\d+)\.?\s+(?=\D)")
_LEADING_WORDS = re.compile(r"^(?:(?:chi so|chi tieu|nhom|tru cot|thanh phan|chinh|linh vuc|index of|index)(?: |$))+")


@dataclass(frozen=True)
class IndicatorMatch:
    """The indicator that a name means: `code`; `activity`, what else the same name is used for (None: nothing)."""

    code: str
    activity: str | None = None


@dataclass
class IndicatorNames:
    """Names, abbreviations and aliases of each framework's indicators."""

    reference: Reference
    _known: dict[str, dict[str, list[str]]] = field(default_factory=dict, init=False)
    _ambiguous: dict[str, dict[str, IndicatorMatch]] = field(default_factory=dict, init=False)
    _found: dict[tuple[str, tuple[str, ...]], IndicatorMatch | None] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        for edition, tree in self.reference.frameworks.items():
            self._known[edition] = _names(tree)
        self._add_aliases()
        ambiguous = self.reference.ambiguous_aliases
        for row in ambiguous.itertuples():
            match = IndicatorMatch(row.code_if_pillar or row.code_if_activity, row.code_if_activity)
            match = match if row.code_if_pillar else IndicatorMatch(row.code_if_activity)
            self._ambiguous.setdefault(row.framework, {})[_compact(row.alias)] = match

    def _add_aliases(self) -> None:
        for row in self.reference.indicator_aliases.itertuples():
            for edition in [row.framework] if row.framework else list(self._known):
                if row.code in self.reference.frameworks[edition].nodes.index:
                    self._known[edition][_compact(row.alias)] = [row.code]

    def title(self, framework: str, code: str) -> dict[str, str]:
        """The indicator's name by language."""
        node = self.reference.frameworks[framework].nodes.loc[code]
        return {"vi": node["name_vi"], "en": node["name_en"]}

    def find(self, names: tuple[str, ...], framework: str) -> IndicatorMatch | None:
        """The indicator named by header texts from the top ("Hạ tầng kỹ thuật", "Xã hội"); None: no such name."""
        key = (framework, names)
        if key not in self._found:
            self._found[key] = self._look_up(names, framework)
        return self._found[key]

    def _look_up(self, names: tuple[str, ...], framework: str) -> IndicatorMatch | None:
        tree = self.reference.frameworks[framework]
        for text in dict.fromkeys((" ".join(names), names[-1])):
            if code := _own_code(text, tree):
                return IndicatorMatch(code)
            for form in _forms(text):
                if match := self._ambiguous.get(framework, {}).get(form):
                    return match
                codes = self._known[framework].get(form, [])
                if code := self._one_of(codes, names[:-1], framework):
                    return IndicatorMatch(code)
        return None

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


def _own_code(text: str, tree: Framework) -> str | None:
    """The code that is the text, or that begins it ("4.1 Tỷ lệ …")."""
    leading = _LEADING_CODE.match(text.strip())
    for code in (text.strip(), leading[1] if leading else ""):
        if code in tree.nodes.index:
            return code
    return None


def _forms(text: str) -> Iterator[str]:
    """What a header text may be compared as: whole, without brackets, the brackets' content alone."""
    plain = _LEADING_CODE.sub("", vocabulary.without_year(text).strip())
    for form in (plain, _BRACKETS.sub("", plain), *_BRACKETS.findall(plain)):
        if compact := _compact(form):
            yield compact


def _compact(name: str) -> str:
    """Folded, without a leading "Chỉ số", without spaces."""
    folded = vocabulary.folded(name)
    return (_LEADING_WORDS.sub("", folded) or folded).replace(" ", "")
