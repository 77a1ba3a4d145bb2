from __future__ import annotations

from pages.ui.charts import tips


def test_a_province_tells_name_rank_and_value(words) -> None:
    assert [tip["field"] for tip in tips.of_province(words)] == ["province", "rank", "value"]
    assert all(tip["title"] for tip in tips.of_province(words))


def test_a_line_tells_its_measure(words) -> None:
    assert [tip["field"] for tip in tips.of_line(words, tips.rank(words))] == ["label", "period", "rank"]
