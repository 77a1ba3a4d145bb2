"""The bundled workbooks are read figure for figure; the counts were taken from the published figures themselves."""

from pathlib import Path

import pandas as pd
import pytest

from etl import reading, reference

RAW = Path(__file__).resolve().parents[2] / "data" / "raw"
# framework, period, universe: figures, with a value, with a rank, derived
COUNTS = {
    ("ICT-INDEX", 2016, 63): (24, 16, 24, 0),
    ("ICT-INDEX", 2017, 63): (9, 7, 9, 0),
    ("ICT-INDEX", 2018, 63): (21, 4, 21, 2),
    ("ICT-INDEX", 2019, 63): (30, 15, 30, 7),
    ("ICT-INDEX", 2020, 63): (36, 24, 25, 1),
    ("ICT-INDEX", 2022, 63): (19, 8, 18, 4),
    ("ICT-INDEX", 2023, 63): (11, 11, 11, 0),
    ("QD1726-2020", 2020, 63): (67, 38, 67, 4),
    ("QD922-2022", 2021, 63): (86, 75, 86, 2),
    ("QD922-2022", 2022, 63): (335, 335, 63, 0),
    ("QD922-2022", 2023, 63): (319, 315, 11, 0),
    ("QD405-2025", 2024, 63): (315, 315, 6, 0),
    ("QD405-2025", 2024, 34): (14, 5, 14, 0),
}


@pytest.fixture(scope="module")
def returns():
    return reading.read_returns(sorted(RAW.glob("*.xlsx")), reference=reference.load())


@pytest.fixture(scope="module")
def rows(returns):
    return pd.concat([each.rows for each in returns], ignore_index=True)


def test_every_figure_is_read(rows):
    groups = rows.groupby(["framework", "period", "universe"])
    read = {
        key: (len(of), int(of["value"].notna().sum()), int(of["rank_published"].notna().sum()), int((of["basis"] == "derived").sum()))
        for key, of in groups
    }
    assert read == COUNTS


def test_bundled_workbooks_have_no_errors(returns):
    errors = [(each.file, problem) for each in returns for problem in each.problems if problem.severity == "error"]
    assert errors == []
    assert all(each.publishable for each in returns)


def test_a_figure_is_unique(rows):
    assert not rows.duplicated(["framework", "period", "universe", "province_code", "indicator", "assessor"]).any()


def test_every_figure_has_its_source(rows):
    assert set(rows["source_kind"]) <= {"official", "press", "study", "secondary"}
    assert (rows["source_url"] != "").all()


@pytest.mark.parametrize(
    ("key", "value", "rank", "cell"),
    [
        (("QD922-2022", 2022, 63, "46", "dti"), 0.6975, 4, "C10"),
        (("QD922-2022", 2022, 63, "46", "digital_society_activity"), 0.3001, None, "L10"),
        (("QD1726-2020", 2020, 63, "46", "digital_economy"), 0.304, 13, "G7"),
        (("QD1726-2020", 2020, 63, "58", "dti"), 0.2108, 63, "C32"),
        (("ICT-INDEX", 2019, 63, "48", "ict_index"), 0.8654, 1, "C6"),
        (("ICT-INDEX", 2020, 63, "48", "it_application"), 1.0, 1, "O7"),
        (("QD405-2025", 2024, 34, "48", "dti"), 0.7069, 17, None),
        (("QD405-2025", 2024, 63, "48", "dti"), 0.8335, 2, None),
    ],
)
def test_known_figures(rows, key, value, rank, cell):
    row = rows.set_index(["framework", "period", "universe", "province_code", "indicator"]).loc[key]
    assert row["value"] == value
    assert (None if pd.isna(row["rank_published"]) else row["rank_published"]) == rank
    assert cell is None or row["cell"] == cell
