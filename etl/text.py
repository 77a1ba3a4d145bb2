"""Every word a reader sees, by language: data/text/{vi,en}/<area>.toml; numbers and dates in its form."""

import datetime
import math
import string
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import cache
from pathlib import Path
from typing import Any

TEXT_FOLDER = Path(__file__).resolve().parent.parent / "data" / "text"
LANGUAGES = ("vi", "en")
NO_NUMBER = "–"
_TO_VIETNAMESE = str.maketrans(".,", ",.")


class UnknownText(KeyError):
    """No text stands under `key` in language `lang`."""

    def __init__(self, key: str, lang: str) -> None:
        super().__init__(f"no text {key!r} in language {lang!r}")
        self.key, self.lang = key, lang


class UnknownLanguage(ValueError):
    """`lang` is not one of LANGUAGES."""

    def __init__(self, lang: str) -> None:
        super().__init__(f"unknown language {lang!r}: one of {', '.join(LANGUAGES)}")
        self.lang = lang


class _Writer(string.Formatter):
    """str.format for one language: decimal comma, thousands dots, dd/mm/yyyy in Vietnamese; NaN is a dash.

    A field that is a mapping by language ({"vi": …, "en": …}) is written as its entry.
    """

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, Mapping):
            return str(value[self.lang])
        if isinstance(value, datetime.date):
            return value.strftime(format_spec or ("%d/%m/%Y" if self.lang == "vi" else "%Y-%m-%d"))
        if isinstance(value, float) and math.isnan(value):
            return NO_NUMBER
        if not hasattr(value, "__float__") or isinstance(value, bool):
            return str(super().format_field(value, format_spec))
        written = _written(value, format_spec)
        return written.translate(_TO_VIETNAMESE) if self.lang == "vi" else written


def _written(number: Any, form: str) -> str:
    """A number as people round and sign it: a half goes up (0.74735 is 0.7474), zero has no sign, minus is −."""
    with localcontext(rounding=ROUND_HALF_UP):
        written = format(Decimal(f"{number:.12g}") if isinstance(number, float) else number, form)
    if not any(digit in written for digit in "123456789"):
        return written.lstrip("+-")
    return written.replace("-", "−", 1) if written.startswith("-") else written


@dataclass(frozen=True)
class Texts:
    """The texts of one language: `texts("overview.position.title", rank=4, of=63)` fills the placeholders."""

    lang: str
    entries: Mapping[str, str]

    def __call__(self, key: str, /, **fields: object) -> str:
        """The text under `key`, filled.  Raises UnknownText, or KeyError when a placeholder has no field."""
        return _Writer(self.lang).vformat(self[key], (), fields)

    def number(self, value: object, form: str) -> str:
        """A number in the language's form (``form`` as in a placeholder); a dash for NaN."""
        return _Writer(self.lang).format_field(value, form)

    def __getitem__(self, key: str) -> str:
        try:
            return self.entries[key]
        except KeyError:
            raise UnknownText(key, self.lang) from None

    def __contains__(self, key: str) -> bool:
        return key in self.entries

    def under(self, prefix: str) -> dict[str, str]:
        """Texts whose key begins with `prefix` and a dot, by the rest of the key, in file order."""
        start = prefix + "."
        return {key[len(start) :]: text for key, text in self.entries.items() if key.startswith(start)}


def _flatten(prefix: str, branch: Mapping[str, Any]) -> dict[str, str]:
    entries: dict[str, str] = {}
    for name, value in branch.items():
        key = f"{prefix}.{name}"
        entries.update(_flatten(key, value) if isinstance(value, Mapping) else {key: value})
    return entries


@cache
def load(lang: str, *, folder: Path = TEXT_FOLDER) -> Texts:
    """All texts of `lang`; the file's stem is the first part of each key.  Raises UnknownLanguage."""
    if lang not in LANGUAGES:
        raise UnknownLanguage(lang)
    entries: dict[str, str] = {}
    for path in sorted((folder / lang).glob("*.toml")):
        entries.update(_flatten(path.stem, tomllib.loads(path.read_text(encoding="utf-8"))))
    return Texts(lang, entries)
