"""Whether made-up units come closer together."""

from __future__ import annotations

import pandas as pd
import pytest

from etl.text import Texts
from pages.ui.questions.trends.convergence import convergence

DECREES = {"F": "Quyết định F", "G": "Quyết định G"}


def series(years: dict[int, list[float]], *, framework: str = "F") -> pd.DataFrame:
    rows = [
        {"framework": framework, "period": year, "province_code": f"0{place}", "province": f"Tỉnh {place}", "value": value,
         "basis": "published", "source_kind": "official"}
        for year, values in years.items() for place, value in enumerate(values, start=1)
    ]  # fmt: skip
    return pd.DataFrame(rows)


def asked(rows: pd.DataFrame, texts: Texts):
    return convergence(rows, province="02", of=4, indicator="DTI", decrees=DECREES, texts=texts)


def test_units_that_close_half_of_the_gap(vi: Texts) -> None:
    found = asked(series({2022: [0.2, 0.4, 0.6, 0.81], 2023: [0.5, 0.6, 0.7, 0.8]}), vi)
    assert found.drawn is not None
    assert found.drawn.table["n_units"].tolist() == [4, 4]
    assert found.drawn.table["value_gap"].tolist() == pytest.approx([0.61, 0.3])
    title = found.drawn.spec["usermeta"]["caption"]["title"]
    assert title.startswith("4 đơn vị xích lại gần nhau về DTI: độ lệch chuẩn giảm từ 0,26") and "xuống 0,1291" in title
    assert "xuất phát thấp hơn tăng nhanh hơn" in found.said and "β = −0,5" in found.said.replace("-", "−")
    assert len(found.drawn.spec["datasets"]["own"]) == 2


def test_units_that_drift_apart_and_units_that_stand(vi: Texts) -> None:
    apart = asked(series({2022: [0.2, 0.3, 0.4, 0.5], 2024: [0.2, 0.4, 0.6, 0.81]}), vi)
    assert apart.drawn is not None
    assert "cách xa nhau hơn" in apart.drawn.spec["usermeta"]["caption"]["title"]
    assert "xuất phát cao hơn lại tăng nhanh hơn" in apart.said and "bình quân mỗi năm đến 2024 tăng thêm 0,05" in apart.said
    level = asked(series({2022: [0.3] * 4, 2023: [0.3] * 4}), vi)
    assert level.drawn is not None and "cùng giá trị" in level.said
    assert "không xích lại gần" in level.drawn.spec["usermeta"]["caption"]["title"]


def test_years_of_two_frameworks_or_with_gaps_are_not_compared(vi: Texts) -> None:
    two = pd.concat([series({2022: [0.2, 0.3, 0.4, 0.5]}, framework="G"), series({2023: [0.3, 0.4, 0.5, 0.6]})])
    gap = series({2022: [0.2, 0.3, 0.4, float("nan")], 2023: [0.3, 0.4, 0.5, 0.6]})
    few = series({2022: [0.2, 0.3], 2023: [0.3, 0.4]})
    for rows in (two, gap, few):
        found = asked(rows, vi)
        assert found.drawn is None and "cần hai năm cùng bộ chỉ số" in found.said
