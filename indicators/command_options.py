"""The options of `python -m indicators`, with their help in the language asked for."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from indicators.aggregate import METHODS, MIN_COVERAGE

NORMALISE = ("minmax", "zscore", "percentile-rank", "rank", "goalposts", "fraction-of-max", "none")
LANGUAGES = ("en", "vi")
Words = Callable[..., str]
NUMBERS: Mapping[str, tuple[type[int] | type[float], Callable[[float], bool]]] = {
    "positive": (int, lambda number: number > 0),
    "natural": (int, lambda number: number >= 0),
    "below_one": (float, lambda number: 0 <= number < 1),
    "share": (float, lambda number: 0 <= number <= 1),
}
"""Kinds of numbers that options take: their type, and what is accepted of it."""


def language(arguments: Sequence[str] | None) -> str:
    """The language asked for, read before there is a parser, whose help is in that language."""
    peek = argparse.ArgumentParser(add_help=False)
    peek.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0])
    return str(peek.parse_known_args(arguments)[0].lang)


def parser(words: Words) -> argparse.ArgumentParser:
    """One sub-command each for score, robustness and statistics; the chosen one's name is `command`."""
    whole = argparse.ArgumentParser(prog="python -m indicators", description=words("cli.about"))
    jobs = whole.add_subparsers(dest="command", required=True, metavar="score|robustness|statistics")
    _scoring_options(_job(jobs, "score", words), words)
    robustness = _job(jobs, "robustness", words)
    _scoring_options(robustness, words)
    _option(robustness, "draws", words, default=10_000, type=_number("positive", words))
    _option(robustness, "weight_noise", words, default=0.25, type=_number("below_one", words))
    _option(robustness, "seed", words, default=1, type=_number("natural", words))
    _job(jobs, "statistics", words).set_defaults(normalise="none", aggregate=None)
    return whole


def _job(jobs: Any, name: str, words: Words) -> argparse.ArgumentParser:
    job: argparse.ArgumentParser = jobs.add_parser(
        name, help=words(f"cli.{name}"), description=words(f"cli.{name}")
    )
    _option(job, "framework", words, type=Path, required=True, metavar="FW.csv")
    _option(job, "values", words, type=Path, required=True, metavar="V.csv")
    _option(job, "out", words, type=Path, required=True, metavar="DIR")
    _option(job, "min_coverage", words, default=MIN_COVERAGE, type=_number("share", words),
            metavar="SHARE")  # fmt: skip
    _option(job, "lang", words, default=LANGUAGES[0], choices=LANGUAGES)
    return job


def _scoring_options(job: argparse.ArgumentParser, words: Words) -> None:
    _option(job, "normalise", words, default=NORMALISE[0], choices=NORMALISE)
    _option(job, "range", words, default=(0.0, 100.0), type=float, nargs=2, action=_Ascending,
            metavar=("LOW", "HIGH"))  # fmt: skip
    _option(job, "aggregate", words, choices=tuple(METHODS))


def _option(job: argparse.ArgumentParser, name: str, words: Words, **settings: Any) -> None:
    """`--name` with the help text `cli.name`, which may show the default."""
    default = settings.get("default")
    shown = f"{default:.4g}" if isinstance(default, float) else default
    job.add_argument(f"--{name.replace('_', '-')}", help=words(f"cli.{name}", default=shown), **settings)


class _Ascending(argparse.Action):
    """Two finite numbers, the first below the second."""

    def __call__(self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any,
                 option_string: str | None = None) -> None:  # fmt: skip
        low, high = values
        if not (low < high and math.isfinite(low) and math.isfinite(high)):
            parser.error(f"{option_string}: {low:g} ≥ {high:g}")
        setattr(namespace, self.dest, (low, high))


def _number(kind: str, words: Words) -> Callable[[str], float]:
    """A reader of one number of this kind of NUMBERS; what is none is told by the sentence `number.<kind>`."""
    as_number, accepted = NUMBERS[kind]

    def read(text: str) -> float:
        try:
            number = as_number(text)
        except ValueError:
            number = math.nan
        if not accepted(number):
            raise argparse.ArgumentTypeError(words(f"number.{kind}", found=text))
        return number

    return read
