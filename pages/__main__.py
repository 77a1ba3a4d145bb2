"""The command line: ``python -m pages brief``, a province's briefing as a file, or those of all provinces.

Exit codes: 0 done, 1 failed, 2 wrong usage or an unknown name. ``DTI_LANG`` (vi, en; default vi) sets the language of
messages, ``--lang`` that of the briefing.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pages.ui.quiet  # noqa: F401 (before anything that caches)
from etl import build, command_errors, text
from etl.command_errors import DONE, WRONG_USAGE, WrongUsage
from etl.export import UnknownName
from etl.text import LANGUAGES, Texts
from etl.vietnamese import fold
from pages.ui import batch
from pages.ui.briefing.formats import FORMATS
from pages.ui.queries.catalogue import Catalogue, catalogue
from pages.ui.selection import Selection, read

CHOICES = ("framework", "period", "universe", "against")
BAR = 30


class _Parser(argparse.ArgumentParser):
    """An argument parser that says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_USAGE, f"{self.prog}: {' '.join(message.split())}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    texts = text.load(LANGUAGES[0])
    try:
        texts = text.load(os.environ.get("DTI_LANG") or LANGUAGES[0])
        given = _parser(texts).parse_args(arguments)
        return brief(given, texts)
    except Exception as error:
        for line in command_errors.lines(error, texts):
            print(line, file=sys.stderr)
        return command_errors.exit_code(error)


def brief(given: argparse.Namespace, texts: Texts) -> int:
    """Write the briefing of one unit, or of every unit of the edition, and print the paths."""
    if bool(given.province) == given.all:
        raise WrongUsage("one_or_all")
    build_id = build.ensure_current()
    choices = catalogue(build_id, given.lang)
    chosen = _chosen(given, choices)
    if not given.all:
        print(batch.write(build_id, chosen, given.format, given.out))
        return DONE
    units = [replace(chosen, province=code, against=()) for code in choices.units(chosen.universe)]
    for n, path in enumerate(batch.write_all(build_id, units, given.format, given.out), start=1):
        _progress(n, len(units), path.name)
    print(given.out)
    return DONE


def _chosen(given: argparse.Namespace, choices: Catalogue) -> Selection:
    """What the options mean.  Raises UnknownName: nothing is guessed."""
    query = {"lang": given.lang} | {name: getattr(given, name) for name in CHOICES if getattr(given, name)}
    chosen, unread = read(query, choices, home=next(iter(choices.units(63))))
    if given.province:
        query["province"] = _code(given.province, choices.units(chosen.universe))
        chosen, unread = read(query, choices, home=chosen.province)
    for part in unread:
        raise UnknownName("province" if part.name == "against" else part.name, part.found, [])
    return chosen


def _code(named: str, units: Mapping[str, str]) -> str:
    """The code of a unit that is named by it or by its name, with or without diacritics."""
    by_name = {fold(name): code for code, name in units.items()}
    return by_name.get(fold(named), named)


def _progress(done: int, total: int, name: str) -> None:
    """One line that fills up."""
    filled = "#" * (BAR * done // total)
    end = "\n" if done == total else ""
    print(f"\r[{filled:<{BAR}}] {done}/{total} {name:<60}", end=end, file=sys.stderr, flush=True)


def _parser(texts: Texts) -> argparse.ArgumentParser:
    about, environment = texts("briefing.command.about"), texts("briefing.command.environment")
    parser = _Parser(prog="python -m pages", description=about, epilog=environment, allow_abbrev=False)
    command = parser.add_subparsers(metavar="COMMAND", required=True).add_parser(
        "brief", help=about, description=about, allow_abbrev=False
    )
    told = {name: texts(f"briefing.command.{name}") for name in ("province", "all", *CHOICES, "format", "lang", "out")}
    command.add_argument("--province", metavar="CODE", help=told["province"])
    command.add_argument("--all", action="store_true", help=told["all"])
    for name, mark in zip(CHOICES, ("F", "P", "63|34", "CODES"), strict=True):
        command.add_argument(f"--{name}", metavar=mark, help=told[name])
    command.add_argument("--format", choices=tuple(FORMATS), default="pdf", help=told["format"])
    command.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0], help=told["lang"])
    command.add_argument("--out", metavar="FILE", type=Path, required=True, help=told["out"])
    return parser


if __name__ == "__main__":
    sys.exit(main())
