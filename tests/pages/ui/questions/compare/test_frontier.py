"""How far a unit is from the best of its region and of the country."""

from __future__ import annotations

import pytest

from etl.text import Texts
from pages.ui.questions.compare.frontier import frontier
from tests.pages.ui.questions.conftest import UNITS, Make

VALUES = {"01": (0.8, 0.5), "02": (0.4, 0.5), "03": (0.2, 1.0)}


def everybody() -> dict[str, tuple[float, float]]:
    return {code: VALUES.get(code, (0.1, 0.1)) for code in UNITS}


def test_beside_the_best_of_all(make: Make, vi: Texts) -> None:
    found = frontier(make(everybody()), province="02", texts=vi)
    assert found is not None
    rows = found.table.set_index("indicator_name")
    assert rows["national_efficiency"].tolist() == pytest.approx([0.5, 0.5])
    assert rows["national_names"].tolist() == [UNITS["01"], UNITS["03"]]
    title = found.spec["usermeta"]["caption"]["title"]
    assert "bằng 50%" in title and UNITS["02"] in title


def test_the_leader_is_told_so(make: Make, vi: Texts) -> None:
    found = frontier(make(everybody()), province="01", texts=vi)
    assert found is not None
    assert "tốt nhất cả nước ở 1/2 chỉ số" in found.spec["usermeta"]["caption"]["title"]


def test_without_every_unit_nobody_is_called_best(make: Make, vi: Texts) -> None:
    assert frontier(make({code: VALUES["01"] for code in list(UNITS)[:-1]}), province="01", texts=vi) is None
