"""The full build from workbooks to database, and an export, beside a bare read of the same workbooks by openpyxl."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl

from tests.bench.report import Row, median_seconds


def measure() -> Iterator[Row]:
    """Two rows: build and export."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DTI_STORE"] = folder
        from etl import build, export, store

        def rebuild() -> None:
            for file in (Path(folder) / "builds").glob("*.duckdb"):
                file.unlink()
            build.build()

        bare = median_seconds(lambda: [_read(file) for file in build.bundled_workbooks()], times=3)
        whole = median_seconds(rebuild, times=3)
        yield Row("full build", whole, "openpyxl reads the workbooks", bare, "≤ 5 s", whole <= 5)
        build_id = store.current() or build.build()
        exported = median_seconds(lambda: export.table(build_id, "ranking", {}), times=5)
        yield Row("export of the whole ranking", exported, "full build", whole, "≤ 1 s", exported <= 1)
        del os.environ["DTI_STORE"]


def _read(file: Path) -> int:
    book = openpyxl.load_workbook(file, data_only=True)
    return sum(1 for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None)
