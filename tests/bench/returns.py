"""Checking and publishing a large return (63 units × 133 indicators × 5 years) beside bare reads of the same file and
beside the build. Made-up figures."""

from __future__ import annotations

import dataclasses
import io
import os
import statistics
import tempfile
from collections.abc import Iterator

import numpy as np
import openpyxl
import pandas as pd
import python_calamine
import xlsxwriter

from etl import build, publish, reading, reference, store, workbooks
from tests.bench.report import Row, median_seconds, medians_by_turns, seconds
from tests.fixtures.published import units

FRAMEWORK, YEARS, LEAVES = "BENCH", range(2011, 2016), 133


def measure() -> Iterator[Row]:
    """Four rows: opening the file, the check beside calamine's and openpyxl's bare read, publishing beside a build."""
    content, known = _workbook(), _reference()
    calamine, opened, checked = medians_by_turns(
        lambda: seconds(lambda: _by_calamine(content)),
        lambda: seconds(lambda: workbooks.read(content, name="bench.xlsx")),
        lambda: seconds(lambda: _check(content, known)),
        times=25,
    )
    openpyxl_seconds = median_seconds(lambda: _by_openpyxl(content), times=1)
    cells = f"{LEAVES * len(YEARS) * len(units()):,} cells"
    yield Row(f"open in the limited child ({cells})", opened, "calamine, bare", calamine, "", True)
    yield Row(f"check ({cells})", checked, "calamine, bare", calamine, "≤ 5 × calamine", checked <= 5 * calamine)
    yield Row(f"check ({cells})", checked, "openpyxl, bare", openpyxl_seconds, "faster", checked < openpyxl_seconds)
    published, built = map(statistics.median, zip(*(_published_and_built(content, known) for _ in range(3)), strict=True))
    yield Row(f"publish ({cells})", published, "the build of the same", built, "≤ build + 1 s", published <= built + 1)


def _check(content: bytes, known: reference.Reference) -> reading.Return:
    read = reading.read_return(content, reference=known, name="bench.xlsx", framework=FRAMEWORK, universe=63)
    assert len(read.rows) == LEAVES * len(YEARS) * len(units()), read.problems[:3]
    return read


def _published_and_built(content: bytes, known: reference.Reference) -> tuple[float, float]:
    """Seconds that publishing takes in a store of its own, with its build, and seconds of that build alone."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DTI_STORE"] = folder
        build.build()
        read = dataclasses.replace(_check(content, known), edition=_framework())
        published = seconds(lambda: publish.publish(read, content, by="Bench"))
        store.build_file(str(store.current())).unlink()
        built = seconds(build.build)
        del os.environ["DTI_STORE"]
    return published, built


def _by_calamine(content: bytes) -> None:
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()


def _by_openpyxl(content: bytes) -> None:
    for sheet in openpyxl.load_workbook(io.BytesIO(content), data_only=True):
        list(sheet.iter_rows(values_only=True))


def _workbook() -> bytes:
    """A sheet a year: a title, a header, 63 rows of 133 values of four decimals."""
    values = np.random.default_rng(1).random((len(YEARS), len(units()), LEAVES)).round(4)
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        for year, table in zip(YEARS, values, strict=True):
            sheet = book.add_worksheet(str(year))
            sheet.write(0, 0, f"DTI năm {year}")
            sheet.write_row(2, 0, ["TT", "Tỉnh, thành phố", *_names()])
            for row, (unit, cells) in enumerate(zip(units(), table, strict=True)):
                sheet.write_row(row + 3, 0, [row + 1, unit.name, *cells])
    return buffer.getvalue()


def _names() -> list[str]:
    return [f"Tiêu chí thử {number}" for number in range(1, LEAVES + 1)]


def _reference() -> reference.Reference:
    """The shipped reference tables with the framework of the workbook beside them."""
    return reference.load(published=[_framework()])


def _framework() -> dict[str, pd.DataFrame]:
    """A framework of 133 equal indicators, as tables of data/framework."""
    codes = [f"c{number}" for number in range(1, LEAVES + 1)]
    tree = pd.DataFrame(
        {
            "code": ["root", *codes],
            "parent": ["", *["root"] * LEAVES],
            "weight": "1",
            "direction": "1",
            "level": ["index", *["criterion"] * LEAVES],
            "aggregation": "arithmetic",
            "name_vi": ["Chỉ số thử", *_names()],
            "name_en": ["Trial index", *[f"Trial criterion {number}" for number in range(1, LEAVES + 1)]],
        }
    ).assign(short_vi=lambda frame: frame["name_vi"], short_en=lambda frame: frame["name_en"])
    unknown = ["n_component_indicators", "n_criteria", "note_vi", "note_en", "source_url"]
    tree[unknown] = ""
    edition = {"framework": FRAMEWORK, "family": "dti", "root": "root", "name_vi": "Bộ thử", "name_en": "Trial"}
    edition |= {"first_period": str(min(YEARS)), "last_period": str(max(YEARS))}
    return {"frameworks.csv": pd.DataFrame([edition]), f"{FRAMEWORK}.csv": tree}
