"""The options of `python -m indicators`, with their help in the language asked for."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from indicators.aggregate import METHODS, MIN_COVERAGE

NORMALISE = ("minmax", "zscore", "percentile-rank", "rank", "goalposts", "fraction-of-max", "none")
LANGUAGES = ("en", "vi")
Words = Callable[..., str]
Number = TypeVar("Number", int, float)


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
    _option(robustness, "draws", words, default=10_000, type=_positive)
    _option(robustness, "weight_noise", words, default=0.25, type=_below_one)
    _option(robustness, "seed", words, default=1, type=_natural)
    _job(jobs, "statistics", words).set_defaults(normalise="none", aggregate=None)
    return whole


def _job(jobs: Any, name: str, words: Words) -> argparse.ArgumentParser:
    job: argparse.ArgumentParser = jobs.add_parser(
        name, help=words(f"cli.{name}"), description=words(f"cli.{name}")
    )
    _option(job, "framework", words, type=Path, required=True, metavar="FW.csv")
    _option(job, "values", words, type=Path, required=True, metavar="V.csv")
    _option(job, "out", words, type=Path, required=True, metavar="DIR")
    _option(job, "min_coverage", words, default=MIN_COVERAGE, type=_share, metavar="SHARE")
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


def _positive(text: str) -> int:
    return _accepted(int(text), lambda number: number > 0)


def _natural(text: str) -> int:
    return _accepted(int(text), lambda number: number >= 0)


def _below_one(text: str) -> float:
    return _accepted(float(text), lambda number: 0 <= number < 1)


def _share(text: str) -> float:
    return _accepted(float(text), lambda number: 0 <= number <= 1)


def _accepted(number: Number, rule: Callable[[Number], bool]) -> Number:
    if not rule(number):
        raise ValueError(number)
    return number
