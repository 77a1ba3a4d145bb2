"""How sure the ranks are, on three units whose order the weights decide."""

from __future__ import annotations

import pandas as pd
import pytest

from etl.text import Texts
from indicators.shared_parts import shared_parts
from pages.ui.charts.caption import caption_of
from pages.ui.questions.edition import Edition
from pages.ui.questions.robustness import assumptions, doubtful, interval, measurement
from pages.ui.questions.robustness.study import Study, assumption_names, other_methods
from tests.pages.ui.questions.conftest import Make

# An leads Bình by 0.6 · 0.02 − 0.4 · 0.02 = 0.004; Châu is far behind.
ALL = {"01": (0.62, 0.50), "02": (0.60, 0.52), "03": (0.20, 0.10)}


def study(edition: Edition, province: str = "01") -> Study:
    rows = [("01", "An", 1, 1, 1, 2), ("02", "Bình", 2, 1, 2, 2), ("03", "Châu", 3, 3, 3, 3)]
    intervals = pd.DataFrame(rows, columns=["province_code", "province", "rank", "p05", "p50", "p95"])
    intervals = intervals.assign(p_top3=1.0, p_top10=1.0)
    return Study(edition, province, shared_parts(edition.parts, edition.framework), intervals)


def tried(of: Study) -> assumptions.Tried:
    return assumptions.tried(of.parts, rounding=pd.Series({"a": 0.00005, "b": 0.00005}))


def alike(*codes: str) -> pd.DataFrame:
    return pd.DataFrame({"province_code": codes, "province": ["Bình"] * len(codes), "rank": 2, "p_reversed": 0.4})


def test_the_card_says_rank_range_and_what_else_can_be_defended(make: Make, vi: Texts) -> None:
    card = interval.card(study(make(ALL)), vi)
    assert "<b>1</b>/3" in card and "Khoảng hạng 1–2" in card
    # 0.02 (w_a − w_b) with w_a from 450 and w_b up to 500: An can fall behind Bình, never behind Châu.
    assert "tốt nhất hạng 1, xấu nhất hạng 2" in card
    assert "Giữ hạng 3" in interval.card(study(make(ALL), "03"), vi)
    assert "vẫn hạng 3" in interval.card(study(make(ALL), "03"), vi)


def test_all_ranges_in_one_chart_with_those_alike_in_bold(make: Make, vi: Texts) -> None:
    drawn = interval.drawn(study(make(ALL)), vi, near=["02"])
    rows = drawn.spec["datasets"]["rows"]
    assert [row["text"] for row in rows] == ["1–2", "1–2", "3"]
    assert [row["weight"] for row in rows] == [700, 700, 400]
    assert caption_of(drawn.spec).title == "3/3 đơn vị có khoảng hạng chênh không quá 2 bậc; rộng nhất là An: từ 1 đến 2"


def test_where_nobody_moves_the_ground_is_told(make: Make, vi: Texts) -> None:
    seen = study(make(ALL))
    still = seen.intervals.assign(p05=seen.intervals["rank"], p95=seen.intervals["rank"])
    drawn = interval.drawn(Study(seen.edition, "01", seen.parts, still), vi, near=[])
    assert caption_of(drawn.spec).title == vi("robustness.interval.still", width=0.25)


def test_the_ranges_around_a_unit_are_told_by_its_own(make: Make, vi: Texts) -> None:
    drawn = interval.around(study(make(ALL)), vi, near=["02"])
    assert drawn.table["province"].tolist() == ["An", "Bình", "Châu"]
    assert caption_of(drawn.spec).title.endswith("An xếp hạng 1/3; khoảng hạng 1–2 trong 90% số lần thử")
    firm = interval.around(study(make(ALL), "03"), vi, near=[])
    assert caption_of(firm.spec).title.endswith("Châu xếp hạng 3/3 và giữ hạng 3 trong 90% số lần thử, mỗi trọng số lệch đến ±25%")


def test_who_cannot_be_told_apart_and_how_little_would_reverse_an_order(make: Make, vi: Texts) -> None:
    answer = doubtful.doubtful(study(make(ALL)), alike("02"), vi)
    assert answer.said.startswith("An chưa phân biệt rõ với 1 đơn vị")
    assert answer.rows["p_reversed"].tolist() == [0.4]
    # 0.02 (0.6 − t) = 0.02 (0.4 + t) at t = 0.1.
    assert answer.flips == ("Chỉ cần chuyển 10,0% tổng trọng số từ hạ tầng số sang nhân lực số là Bình ngang bằng An.",)
    none = doubtful.doubtful(study(make(ALL), "03"), alike(), vi)
    assert "phân biệt rõ với mọi đơn vị khác" in none.said
    assert none.flips == ("Không cách chia trọng số nào đưa Châu lên ngang Bình.",)


def test_level_units_are_said_to_be_level(make: Make, vi: Texts) -> None:
    level = {"01": (0.6, 0.5), "02": (0.6, 0.5), "03": (0.2, 0.1)}
    assert doubtful.doubtful(study(make(level)), alike(), vi).flips == ("Bình và An đang ngang bằng nhau.",)


def test_the_tornado_puts_the_widest_swing_on_top(make: Make, vi: Texts) -> None:
    """An leads by 600 · 0.02 − 400 · 0.025 = 2 points; with 450 for the one or 500 for the other Bình leads by 1 or 0.5."""
    edition = make(ALL | {"02": (0.60, 0.525)})
    drawn = assumptions.tornado(study(edition), tried(study(edition)).swings, vi)
    swings = drawn.table.set_index("assumption")
    assert swings.loc["Trọng số hạ tầng số"].tolist() == swings.loc["Trọng số nhân lực số"].tolist() == [1, 1, 2]
    assert set(swings.index) >= {"Trung bình nhân thay trung bình cộng", "Chuẩn hóa theo độ lệch chuẩn"}
    widths = (drawn.table["rank_worst"] - drawn.table["rank_best"]).tolist()
    assert widths == sorted(widths, reverse=True)
    assert caption_of(drawn.spec).title == "An: hạng xê dịch nhiều nhất khi trọng số hạ tầng số tăng hoặc giảm 25%, từ 1 đến 2"


def test_a_steady_rank_is_said_to_be_steady(make: Make, vi: Texts) -> None:
    last = study(make(ALL), "03")
    moved, left = assumptions.tornado(last, tried(last).swings, vi), assumptions.left_out(last, tried(last).left_out, vi)
    assert caption_of(moved.spec).title == "Châu giữ hạng 3/3 dù thay đổi riêng bất kỳ giả định nào"
    assert caption_of(left.spec).title == "Châu giữ hạng 3/3 khi bỏ bất kỳ chỉ số nào"


def test_the_rank_without_each_indicator(make: Make, vi: Texts) -> None:
    first = study(make(ALL))
    drawn = assumptions.left_out(first, tried(first).left_out, vi)
    assert caption_of(drawn.spec).title == "An: bỏ hạ tầng số thì hạng từ 1 thành 2"
    assert drawn.table[["left_out", "rank_without", "rank_change"]].to_numpy().tolist() == [["Hạ tầng số", 2, -1], ["Nhân lực số", 1, 0]]
    assert [row["text"] for row in drawn.spec["datasets"]["rows"]] == ["2 (xuống 1 bậc)", "1"]


def test_shares_of_the_uncertainty_are_named(make: Make, vi: Texts) -> None:
    shares = pd.DataFrame({"assumption": ["(method)", "a", "(rounding)"], "first": [0.5, 0.1, 0.0], "total": [0.7, 0.3, 0.01]})
    drawn = assumptions.shares(study(make(ALL)), shares.assign(total_low=0.0, total_high=1.0), vi)
    assert caption_of(drawn.spec).title == "Cả bảng xếp hạng phụ thuộc nhiều nhất vào cách chuẩn hóa và tổng hợp: 70% mức xáo trộn"
    assert drawn.table["assumption"].tolist() == ["Cách chuẩn hóa và tổng hợp", "Trọng số hạ tầng số", "Làm tròn số liệu"]


def test_every_assumption_is_tried(make: Make) -> None:
    found = tried(study(make(ALL)))
    assert set(found.sensitivity["assumption"]) == {"a", "b", "(rounding)", "(method)"}
    assert set(found.swings["assumption"]) == {"a", "b", "minmax", "zscore", "geometric"}
    assert set(found.left_out["left_out"]) == {"a", "b"}


def test_every_assumption_has_a_name_in_both_forms(make: Make, vi: Texts) -> None:
    edition = make(ALL)
    methods = other_methods(shared_parts(edition.parts, edition.framework))
    assert set(methods) <= set(assumption_names(edition, vi)) and set(methods) <= set(vi.under("robustness.change"))


def test_no_geometric_mean_of_a_zero(make: Make) -> None:
    edition = make({"01": (0.5, 0.0), "02": (0.4, 0.2), "03": (0.1, 0.1)})
    assert "geometric" not in other_methods(shared_parts(edition.parts, edition.framework))


def test_weight_beside_influence(make: Make, vi: Texts) -> None:
    """b is level in all units: it has 40 % of the points and makes no difference."""
    edition = make({"01": (0.9, 0.5), "02": (0.5, 0.5), "03": (0.1, 0.5)})
    drawn = measurement.of_influence(edition, shared_parts(edition.parts, edition.framework), vi)
    assert drawn.table[["weight", "influence"]].round(9).to_numpy().tolist() == [[0.6, 1.0], [0.4, 0.0]]
    assert caption_of(drawn.spec).title == "Hạ tầng số chiếm 60% điểm nhưng tạo ra 100% chênh lệch giữa các đơn vị"


def test_correlations_of_the_values_that_every_unit_has(make: Make, vi: Texts) -> None:
    edition = make({"01": (0.9, 0.1), "02": (0.5, 0.5), "03": (0.1, 0.9)})
    values = measurement.complete_values(edition)
    assert list(values.columns) == ["a", "b"], "the index does not correlate with itself"
    drawn = measurement.of_correlations(edition, values, vi)
    assert drawn.table["correlation"].tolist() == pytest.approx([-1.0]) and drawn.table["band"].tolist() == ["ngược chiều"]
    assert caption_of(drawn.spec).title == "Liên hệ giữa hạ tầng số và nhân lực số: −1,00"


def test_a_partial_table_has_no_statistics(make: Make) -> None:
    assert measurement.complete_values(make({"01": (0.9, 0.1), "02": (0.5, 0.5)})).shape[1] == 0


def test_coherence_is_told_by_its_threshold(make: Make, vi: Texts) -> None:
    together = measurement.complete_values(make({"01": (0.9, 0.8), "02": (0.5, 0.45), "03": (0.1, 0.2)}))
    apart = measurement.complete_values(make({"01": (0.9, 0.5), "02": (0.5, 0.9), "03": (0.1, 0.6)}))
    assert "là nhất quán" in measurement.coherence(together, vi)
    assert "chưa nhất quán" in measurement.coherence(apart, vi)


def test_outliers_name_the_units_far_out(make: Make, vi: Texts) -> None:
    edition = make(ALL)
    found = measurement.outliers(edition, measurement.complete_values(edition), vi)
    assert found.said.startswith("Không chỉ số nào lệch")
    assert found.units[0].startswith("**Hạ tầng số**: không có")
