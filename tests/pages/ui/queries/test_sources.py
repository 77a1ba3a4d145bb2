"""What is known and how it is known, asked of the bundled figures."""

from __future__ import annotations

import pytest

from etl import warehouse
from pages.ui.queries import sources


@pytest.mark.parametrize(("family", "universe"), [("dti", 63), ("dti", 34), ("ict", 63)])
def test_the_years_of_the_coverage_run_forward(built: str, family: str, universe: int) -> None:
    known = sources.coverage(built, "vi", family, universe)
    assert known.table["period"].is_monotonic_increasing and known.table["period"].nunique() > 1
    heads = [head["text"] for head in known.spec["datasets"]["heads"]]
    assert heads == sorted(heads)


def test_a_derived_value_is_the_mean_of_the_cells_listed(built: str) -> None:
    asked = {"framework": "QD922-2022", "period": 2023, "province": "48"}
    rows = warehouse.query(built, "constituent_cells", lang="vi", **asked)
    found = rows.groupby("indicator")[["value", "value_derived"]].mean()
    assert "dti" in found.index and len(rows) == 2 * len(found)
    assert found["value"].to_numpy() == pytest.approx(found["value_derived"].to_numpy(), abs=1e-9)


def test_every_unit_of_the_34_has_its_constituents_listed_once(built: str) -> None:
    asked = {"framework": "QD922-2022", "period": 2022}
    units = warehouse.query(built, "provinces", lang="vi").query("universe == 34")["province_code"]
    parts = [sources.constituent_cells(built, "vi", *asked.values(), unit) for unit in units]
    of_index = [rows[rows["indicator_name"] == rows["indicator_name"].iloc[0]] for rows in parts]
    assert sum(len(rows) for rows in of_index) == 63
