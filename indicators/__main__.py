"""The command line: python -m indicators score|robustness|statistics; the only module here that does I/O.

Exit code 0, or 2 with every fault of the two inputs on standard error and nothing written.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

from indicators import command_options, commands
from indicators.command_options import Words
from indicators.draws import NonPositiveDraws
from indicators.errors import NonPositiveValues
from indicators.inputs import InputFault, InputFaults, Inputs, read_inputs
from indicators.method_study import Method, MissingScores
from indicators.normalise import Rule

TEXT_FOLDER = Path(__file__).resolve().parent.parent / "data" / "text"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    words = _words(command_options.language(arguments))
    options = command_options.parser(words).parse_args(arguments)
    try:
        inputs = _read(options)
        tables = _compute(inputs, options)
    except InputFaults as refused:
        return _refuse(refused.faults, words)
    except (NonPositiveValues, NonPositiveDraws, MissingScores) as refused:
        return _refuse(_as_faults(refused, options.values.name), words)
    _write(tables, options.out)
    for note in _notes(inputs, tables, options, words):
        print(note, file=sys.stderr)
    print(words("cli.written", count=len(tables), folder=options.out))
    return 0


def _read(options: argparse.Namespace) -> Inputs:
    """Both files, or InputFaults with all their faults; of a file that cannot be read, only that."""
    contents, unread = [], {}
    for path in (options.framework, options.values):
        try:
            contents.append((path.name, path.read_bytes()))
        except OSError as error:
            contents.append((str(path), b""))
            unread[str(path)] = InputFault(str(path), "unreadable", found=error.strerror or str(error))
    try:
        return read_inputs(*contents, own_aggregation=options.aggregate is None,
                           goalposts=options.normalise == "goalposts")  # fmt: skip
    except InputFaults as refused:
        raise InputFaults([unread.get(fault.file, fault) for fault in refused.faults]) from None


def _compute(inputs: Inputs, options: argparse.Namespace) -> commands.Tables:
    if options.command == "statistics":
        return commands.statistics_tables(inputs, min_coverage=options.min_coverage)
    low, high = options.range
    rule = Rule(options.normalise, low=low, high=high, bounds=inputs.bounds)
    method = Method(rule, options.aggregate)
    if options.command == "score":
        return commands.score_tables(inputs, method=method, min_coverage=options.min_coverage)
    return commands.robustness_tables(inputs, method=method, min_coverage=options.min_coverage,
                                      draws=options.draws, weight_noise=options.weight_noise,
                                      seed=options.seed)  # fmt: skip


def _write(tables: commands.Tables, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        table.to_csv(folder / name, index=False, lineterminator="\n")


def _as_faults(refused: NonPositiveValues | NonPositiveDraws | MissingScores, file: str) -> list[InputFault]:
    """What only scoring could find, as faults of the values."""
    if isinstance(refused, MissingScores):
        return [InputFault(file, "no-index", found=unit) for unit in refused.units]
    if isinstance(refused, NonPositiveDraws):
        return [InputFault(file, "non-positive", column=code, found=refused.method) for code in refused.codes]
    places = refused.places
    return [InputFault(file, "non-positive", column=at.code, found=f"{at.unit} = {at.value!r}") for at in places]


def _refuse(faults: list[InputFault], words: Words) -> int:
    heading = "cli.refused_one" if len(faults) == 1 else "cli.refused"
    print(words(heading, count=len(faults)), file=sys.stderr)
    for fault in faults:
        print(_place(fault, words) + words(f"fault.{fault.problem_key}", found=fault.found), file=sys.stderr)
    return 2


def _place(fault: InputFault, words: Words) -> str:
    if fault.line is None:
        return words("place.column" if fault.column else "place.file", file=fault.file, column=fault.column)
    key = "place.cell" if fault.column else "place.line"
    return words(key, file=fault.file, line=fault.line, column=fault.column)


def _notes(inputs: Inputs, tables: commands.Tables, options: argparse.Namespace, words: Words) -> list[str]:
    notes = []
    if options.normalise in ("minmax", "zscore"):
        notes += [words("note.constant", column=column) for column in commands.constant_columns(inputs)]
    for code, units in commands.not_ranked(tables).items():
        notes.append(words("note.not_ranked", code=code, units=", ".join(units)))
    return notes


def _words(lang: str) -> Words:
    """The sentences of data/text/<lang>/engine.toml by "<table>.<key>", filled."""
    texts = tomllib.loads((TEXT_FOLDER / lang / "engine.toml").read_text(encoding="utf-8"))

    def words(key: str, /, **fields: object) -> str:
        table, name = key.split(".")
        return str(texts[table][name].format(**fields))

    return words


if __name__ == "__main__":
    sys.exit(main())
