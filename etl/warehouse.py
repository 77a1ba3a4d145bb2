"""The one module that opens DuckDB: writes a build file once, then reads it with a cursor per question.

A build is written under a temporary name, checked, closed and renamed; readers open only renamed files and
never for writing. So a file that readers see is complete and never changes.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

import duckdb
import pandas as pd

from etl import store

SQL = Path(__file__).parent / "sql"
ENGINE_VERSION = duckdb.__version__


class ChecksFailed(Exception):
    """Rows of a build break a stated identity; ``rows`` maps the check's name to the offending rows."""

    def __init__(self, rows: Mapping[str, pd.DataFrame]) -> None:
        self.rows = dict(rows)
        super().__init__("; ".join(f"{name}: {len(frame)} rows" for name, frame in rows.items()))


class NotWritten(OSError):
    """The disk did not take a build: it is full, or its folder is not writable."""


class UnknownBuild(Exception):
    """No file of that build is in the store (deleted, or a link from another machine)."""

    def __init__(self, build_id: str) -> None:
        self.build_id = build_id
        super().__init__(build_id)


def write(build_id: str, tables: Mapping[str, pd.DataFrame]) -> Path:
    """Write one build from a frame per table of ``schema.sql`` and check it.

    Columns are matched by name; a column of the table that the frame lacks is null, one too many is an error.
    Raises ChecksFailed when a file of ``checks/`` returns rows, NotWritten; then nothing is left behind.
    """
    target = store.build_file(build_id)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{build_id}-") as folder:
        draft = Path(folder) / target.name
        try:
            with duckdb.connect(str(draft)) as connection:
                _fill(connection, tables)
                _check(connection)
                connection.execute("CHECKPOINT")  # closing does it too, but hides that the disk was full
        except (duckdb.IOException, duckdb.TransactionException, duckdb.FatalException) as error:
            raise NotWritten(str(error)) from error
        draft.replace(target)
    return target


def query(build_id: str, mart: str, **parameters: object) -> pd.DataFrame:
    """The rows of ``marts/<mart>.sql`` for named parameters (``$name`` in the file).

    Whole-number columns that hold nulls come as Int64, so that a rank never turns into 4.0.
    """
    return _answer(build_id, "marts", mart, parameters)


def export(build_id: str, name: str, **parameters: object) -> pd.DataFrame:
    """The rows of ``exports/<name>.sql`` for named parameters, typed as those of ``query``."""
    return _answer(build_id, "exports", name, parameters)


def table(build_id: str, name: str) -> pd.DataFrame:
    """A whole table of the schema, in its stated order of columns."""
    cursor = _connection(build_id).cursor()
    return nullable_integers(cursor.execute(f'SELECT * FROM "{name}" ORDER BY ALL').df(), cursor)


def nullable_integers(frame: pd.DataFrame, cursor: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """DuckDB's frame with integer columns as Int64, missing text as None kept as it is."""
    for name, kind, *_ in cursor.description or []:
        if str(kind) in {"INTEGER", "BIGINT"} and frame[name].isna().any():
            frame[name] = frame[name].astype("Int64")
    return frame


def _fill(connection: duckdb.DuckDBPyConnection, tables: Mapping[str, pd.DataFrame]) -> None:
    connection.execute((SQL / "schema.sql").read_text(encoding="utf-8"))
    for name, frame in tables.items():
        if len(frame):
            connection.register("incoming", frame)
            connection.execute(f'INSERT INTO "{name}" BY NAME SELECT * FROM incoming')
            connection.unregister("incoming")


def _check(connection: duckdb.DuckDBPyConnection) -> None:
    broken = {}
    for file in sorted((SQL / "checks").glob("no_*.sql")):
        rows = connection.execute(file.read_text(encoding="utf-8")).df()
        if len(rows):
            broken[file.stem] = rows
    if broken:
        raise ChecksFailed(broken)


def _connection(build_id: str) -> duckdb.DuckDBPyConnection:
    """One read-only database instance per build and process; callers take a cursor of it for each read."""
    return _opened(store.build_file(build_id))


@lru_cache(maxsize=8)
def _opened(file: Path) -> duckdb.DuckDBPyConnection:
    if not file.is_file():
        raise UnknownBuild(file.stem)
    return duckdb.connect(str(file), read_only=True)


def _answer(build_id: str, folder: str, name: str, parameters: Mapping[str, object]) -> pd.DataFrame:
    cursor = _connection(build_id).cursor()
    return nullable_integers(cursor.execute(_statement(folder, name), parameters).df(), cursor)


@cache
def _statement(folder: str, name: str) -> str:
    return (SQL / folder / f"{name}.sql").read_text(encoding="utf-8")
