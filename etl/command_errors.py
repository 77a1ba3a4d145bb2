"""What goes wrong on the command line, told in one clear line each, with the exit code that scripts rely on."""

from __future__ import annotations

from functools import singledispatch

from etl.backup import BackupRefused
from etl.build import InputsBroken
from etl.export import FilterOutOfPlace, UnknownName
from etl.history import CannotChange
from etl.problems import Problem
from etl.publish import NotPublishable, WarningsNotAccepted
from etl.reference import ReferenceFault, ReferenceFaults
from etl.returns import UnknownEvent
from etl.text import Texts, UnknownLanguage
from etl.warehouse import ChecksFailed
from indicators.errors import IndicatorError

DONE, REFUSED, WRONG_USAGE = 0, 1, 2


class WrongUsage(Exception):
    """The command was not given what it needs: ``key`` under command_line.wrong and its ``fields``."""

    def __init__(self, key: str, **fields: object) -> None:
        self.key, self.fields = key, fields
        super().__init__(key)


def exit_code(error: Exception) -> int:
    """2 when the command was asked for something that does not exist or cannot be, else 1."""
    usage = (WrongUsage, UnknownName, FilterOutOfPlace, UnknownEvent, UnknownLanguage)
    return WRONG_USAGE if isinstance(error, usage) else REFUSED


@singledispatch
def lines(error: Exception, texts: Texts) -> list[str]:
    """The lines that tell ``error``.  Re-raises what nobody foresaw."""
    raise error


@lines.register
def _(error: WrongUsage, texts: Texts) -> list[str]:
    return [texts(f"command_line.wrong.{error.key}", **error.fields)]


@lines.register
def _(error: UnknownName, texts: Texts) -> list[str]:
    unknown = texts(f"command_line.unknown.{error.kind}", name=error.name)
    known = texts("command_line.unknown.known", names=", ".join(error.known)) if error.known else ""
    return [f"{unknown} {known}".strip()]


@lines.register
def _(error: FilterOutOfPlace, texts: Texts) -> list[str]:
    return [texts("command_line.wrong.filter", table=error.table, filter=error.filter)]


@lines.register
def _(error: UnknownLanguage, texts: Texts) -> list[str]:
    return [texts("command_line.wrong.language", name=error.lang)]


@lines.register
def _(error: UnknownEvent, texts: Texts) -> list[str]:
    return [texts("returns.publish.no_event", event=error.event_id)]


@lines.register
def _(error: CannotChange, texts: Texts) -> list[str]:
    return [texts(f"returns.cannot_change.{error.reason}", event=error.event_id)]


@lines.register
def _(error: BackupRefused, texts: Texts) -> list[str]:
    return [texts(f"returns.backup_refused.{error.reason}", events=", ".join(error.events))]


@lines.register
def _(error: NotPublishable, texts: Texts) -> list[str]:
    kind = "warnings" if isinstance(error, WarningsNotAccepted) else "errors" if error.problems else "nothing"
    told = [problem_line(None, problem, texts) for problem in error.problems]
    return [*told, texts(f"returns.publish.{kind}", n=len(error.problems))]


@lines.register
def _(error: InputsBroken, texts: Texts) -> list[str]:
    told = [problem_line(file, problem, texts) for file, problem in error.problems]
    return [*told, texts("command_line.build.refused", n=len(error.problems))]


@lines.register
def _(error: ReferenceFaults, texts: Texts) -> list[str]:
    told = [fault_line(fault, texts) for fault in error.faults]
    return [*told, texts("command_line.build.refused", n=len(error.faults))]


@lines.register
def _(error: ChecksFailed, texts: Texts) -> list[str]:
    return [
        texts("command_line.build.check", check=name, n=len(rows), row=rows.iloc[0].to_dict())
        for name, rows in error.rows.items()
    ]


@lines.register
def _(error: IndicatorError, texts: Texts) -> list[str]:
    return [texts("command_line.build.engine", reason=" ".join(str(error).split()))]


@lines.register
def _(error: OSError, texts: Texts) -> list[str]:
    return [texts("command_line.wrong.file", file=error.filename or "", reason=error.strerror or error)]


def problem_line(file: str | None, problem: Problem, texts: Texts) -> str:
    """``file!sheet!cell – message. How to mend it.``, as far as known."""
    place = "!".join(part for part in (file, problem.sheet, problem.cell) if part)
    told = f"{problem.message(texts)} {problem.fix(texts)}"
    return f"{place} – {told}" if place else told


def fault_line(fault: ReferenceFault, texts: Texts) -> str:
    """``file:line – message. How to mend it.``"""
    place = f"{fault.file}:{fault.line}" if fault.line else fault.file
    return f"{place} – {fault.message(texts)} {fault.fix(texts)}"
