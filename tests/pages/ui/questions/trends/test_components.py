"""Which indicators get a panel of their own."""

from __future__ import annotations

import pandas as pd

from etl import text
from pages.ui.questions.trends import components


def ranks(*figures: tuple[str, str, int, int]) -> pd.DataFrame:
    frame = pd.DataFrame(figures, columns=["indicator", "level", "period", "rank"])
    places = {code: i for i, code in enumerate(dict.fromkeys(frame["indicator"]))}
    return frame.assign(
        position=frame["indicator"].map(places),
        rank=frame["rank"].astype("Int64"),
        indicator_name="Chỉ số " + frame["indicator"],
        short=frame["indicator"],
        framework="F",
        of=63,
        value=float("nan"),
        basis="published",
        source_kind="official",
    )


ICT = ranks(
    ("i", "index", 2016, 5), ("i", "index", 2018, 5), ("i", "index", 2019, 2), ("a", "main", 2018, 8), ("a", "main", 2019, 4),
    ("b", "main", 2019, 1), ("g", "group", 2018, 1), ("g", "group", 2019, 1),
)  # fmt: skip


def test_a_lone_year_a_lone_rank_and_a_group_get_no_panel() -> None:
    shown = components.worth_a_panel(ICT)
    assert list(shown["indicator"]) == ["i", "i", "a", "a"]
    assert list(shown["period"]) == [2018, 2019, 2018, 2019]


def test_nothing_is_drawn_of_one_edition() -> None:
    only = ICT[ICT["period"] == 2019]
    drawn = components.drawn(only, family="ict", of=63, province="Huế", decrees={"F": "F"}, texts=text.load("vi"))
    assert drawn is None


def test_the_table_holds_every_rank_drawn() -> None:
    drawn = components.drawn(ICT, family="ict", of=63, province="Huế", decrees={"F": "F"}, texts=text.load("vi"))
    assert drawn is not None and drawn.table["rank"].tolist() == [5, 2, 8, 4]
