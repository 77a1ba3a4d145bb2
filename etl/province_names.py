"""Which province a name means, within one universe: folded names and aliases; anything nearer is only suggested."""

import re
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from etl import vocabulary
from etl.encodings import legacy_readings, normalise_lookalikes
from etl.reference import Reference
from etl.vietnamese import fold

LOOKALIKES = "look-alikes"
"""In place of an encoding: letters of another alphabet, full-width or invisible ones."""
SUGGESTED_FROM = 70
"""Similarity (0..100) from which a name is worth suggesting."""
TIED_WITHIN = 5
"""Two suggestions this near to each other are both named and the name is ambiguous."""
_PREFIX = re.compile(r"^(?:(?:\d{1,2} )?(?:tinh|thanh pho|tp|t p|t|city of|province of) )+|^\d{1,2} ")
_SUFFIX = re.compile(r"(?: province| city| tinh| tp)?(?: \d{1,2})?$")
_IN_BRACKETS = re.compile(r"\s*[(\[].*?[)\]]")
_RAISED = re.compile("[¹²³⁰⁴-⁹]+")
"""Figures of footnotes beside a name."""
_GLUED_PREFIX = re.compile(r"^(?:tp|tinh|thanhpho)")


@dataclass(frozen=True)
class UnitName:
    """What a name means: `code` when known; `converted_from`, the old encoding that it was typed in;
    `proper`, the name as it should be written."""

    code: str | None = None
    proper: str = ""
    converted_from: str | None = None


@dataclass
class ProvinceNames:
    """Names of the units of each universe.  Answers are remembered: one text is looked up once."""

    reference: Reference
    _regions: frozenset[str] = field(default=frozenset(), init=False)
    _codes: dict[int, dict[str, str]] = field(default_factory=dict, init=False)
    _proper: dict[int, dict[str, str]] = field(default_factory=dict, init=False)
    _spaced: dict[int, dict[str, str]] = field(default_factory=dict, init=False)
    _any: dict[str, bool] = field(default_factory=dict, init=False)
    _found: dict[tuple[int, str], UnitName] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        regions = self.reference.regions
        self._regions = frozenset(map(vocabulary.folded, (*regions["name_vi"], *regions["name_en"])))
        for universe, units in self.reference.provinces.groupby("universe"):
            of_universe = self.reference.aliases[self.reference.aliases["universe"] == universe]
            pairs = zip(of_universe["alias"], of_universe["province_code"], strict=True)
            known = {_compact(alias): code for alias, code in pairs}
            for column in ("name_en", "full_name_vi", "name_vi"):
                known |= dict(zip(units[column].map(_compact), units["province_code"], strict=True))
            self._codes[int(universe)] = known
            names = (*units["name_vi"], *units["name_en"], *of_universe["alias"])
            codes = (*units["province_code"], *units["province_code"], *of_universe["province_code"])
            self._spaced[int(universe)] = dict(zip(map(fold, names), codes, strict=True))
            self._proper[int(universe)] = dict(zip(units["province_code"], units["name_vi"], strict=True))

    def is_unit(self, text: str) -> bool:
        """Whether the text is a known name in any universe."""
        known = self._any.get(text)
        if known is None:
            known = len(text) < 60 and any(self.find(text, universe).code for universe in self._codes)
            self._any[text] = known
        return known

    def is_region(self, text: str) -> bool:
        """Whether the text names a socio-economic region."""
        folded = vocabulary.folded(text)
        return any(folded == region or folded.startswith(f"{region} ") for region in self._regions)

    def is_code(self, text: str) -> bool:
        """Whether the text is a code of a unit in any universe."""
        return any(text.strip().zfill(2) in codes for codes in self._proper.values())

    def find_code(self, text: str, universe: int) -> UnitName:
        """The unit of this code ("1" is 01)."""
        code = text.strip().zfill(2)
        proper = self._proper[universe].get(code)
        return UnitName(code, proper) if proper else UnitName()

    def encoding_of(self, text: str) -> str | None:
        """The old encoding that makes the text a known name; None for a name as it is, and for no name."""
        found = [self.find(text, universe).converted_from for universe in self._codes] if self.is_unit(text) else []
        return next((encoding for encoding in found if encoding and encoding != LOOKALIKES), None)

    def proper_names(self, universe: int) -> dict[str, str]:
        """Proper names by code."""
        return self._proper[universe]

    def find(self, text: str, universe: int) -> UnitName:
        """The unit that `text` names in `universe`, without any guess."""
        key = (universe, text)
        if key not in self._found:
            self._found[key] = self._look_up(text, universe)
        return self._found[key]

    def named_in(self, text: str, universe: int) -> set[str]:
        """Codes of the units that a longer text names ("UBND tỉnh Thừa Thiên Huế"); the longest names count."""
        words = f" {fold(text)} "
        named = {name: code for name, code in self._spaced[universe].items() if f" {name} " in words}
        return {code for name, code in named.items() if not any(name != other and name in other for other in named)}

    def suggest(self, text: str, universe: int) -> tuple[str, ...]:
        """Known names that resemble `text`: one, or several when they resemble it as much; none when none does."""
        proper = self._proper[universe]
        folded = {code: fold(name) for code, name in proper.items()}
        written = _bare(fold(text))
        begun = [code for code, name in folded.items() if len(written) > 2 and name.startswith(written)]
        if begun:
            return tuple(proper[code] for code in begun)
        near = process.extract(written, folded, scorer=fuzz.ratio, score_cutoff=SUGGESTED_FROM, limit=3)
        return tuple(proper[code] for _, score, code in near if score >= near[0][1] - TIED_WITHIN)

    def _look_up(self, text: str, universe: int) -> UnitName:
        if code := self._code(text, universe):
            return UnitName(code, self._proper[universe][code])
        for encoding, reading in _readings(text).items():
            if code := self._code(reading, universe):
                return UnitName(code, self._proper[universe][code], encoding)
        return UnitName()

    def _code(self, text: str, universe: int) -> str | None:
        text = _RAISED.sub("", text)
        known, folded = self._codes[universe], fold(text)
        for form in (folded, _bare(folded), _bare(fold(_IN_BRACKETS.sub("", text)))):
            compact = form.replace(" ", "")
            if code := known.get(compact) or known.get(_GLUED_PREFIX.sub("", compact)):
                return code
        return None


def _compact(name: str) -> str:
    return fold(name).replace(" ", "")


def _bare(folded: str) -> str:
    return _SUFFIX.sub("", _PREFIX.sub("", folded))


def _readings(text: str) -> dict[str, str]:
    plain = normalise_lookalikes(text)
    readings = {LOOKALIKES: plain} if plain != text else {}
    return readings | legacy_readings(text)
