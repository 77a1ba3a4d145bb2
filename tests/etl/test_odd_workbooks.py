"""Every file of tests/fixtures/workbooks is read as its sidecar says; a new odd file is a new test."""

import json
from pathlib import Path

import pandas as pd
import pytest

from etl import check_report, reading, reference, text

FOLDER = Path(__file__).resolve().parents[1] / "fixtures" / "workbooks"
FILES = sorted(path for path in FOLDER.iterdir() if not path.name.endswith(".expected.json"))


@pytest.fixture(scope="module")
def known():
    return reference.load()


@pytest.fixture(scope="module")
def read(known):
    """Reads a file once for all tests of this module."""
    done = {}

    def read_once(path):
        if path not in done:
            done[path] = reading.read_return(path, reference=known)
        return done[path]

    return read_once


def expected(path):
    return json.loads(Path(f"{path}.expected.json").read_text(encoding="utf-8"))


def test_there_are_enough():
    assert len(FILES) >= 40


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_problems_stand_at_their_cells_each_once(path, read):
    found = sorted((p.rule, p.sheet or "", p.cell or "") for p in read(path).problems)
    assert found == sorted((p["rule"], p["sheet"] or "", p["cell"] or "") for p in expected(path)["problems"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_figures_are_read_exactly(path, read):
    rows = read(path).rows
    assert len(rows) == expected(path)["rows"]
    figures = {
        (row.province_code, row.indicator, row.sheet, row.cell): (
            None if pd.isna(row.value) else round(row.value, 9),
            None if pd.isna(row.rank_published) else int(row.rank_published),
        )
        for row in rows.itertuples()
    }
    wanted = {
        (cell["province_code"], cell["indicator"], cell["sheet"], cell["cell"]): (cell["value"], cell["rank"])
        for cell in expected(path)["cells"]
    }
    assert {key: figures.get(key) for key in wanted} == wanted


@pytest.mark.parametrize("path", [path for path in FILES if "assessors" in expected(path)], ids=lambda path: path.name)
def test_figures_are_of_their_assessor(path, read):
    found = {f"{row.sheet}!{row.cell}": row.assessor for row in read(path).rows.itertuples()}
    wanted = expected(path)["assessors"]
    assert {cell: found.get(cell) for cell in wanted} == wanted


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_tables_notes_and_verdict(path, read):
    told = read(path)
    tables = [{"framework": t.framework, "period": t.period, "universe": t.universe} for t in told.tables]
    assert tables == expected(path)["tables"]
    assert [note.key for note in told.notes] == expected(path)["notes"]
    assert told.publishable == expected(path)["publishable"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
@pytest.mark.parametrize("lang", text.LANGUAGES)
def test_everything_is_told_in_both_languages(path, lang, read):
    texts = text.load(lang)
    assert json.loads(check_report.as_json(read(path), texts))["file"] == path.name
    assert path.name in check_report.as_text(read(path), texts)
    assert all(problem.message(texts) and problem.fix(texts) for problem in read(path).problems)
