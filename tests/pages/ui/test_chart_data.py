"""The addresses of charts' data, asked as a program asks them: no page, no session."""

from __future__ import annotations

import io

import pandas as pd
import pytest

from etl import text
from pages.ui import chart_data
from pages.ui.queries import figures
from pages.ui.view import opened
from tests.pages.ui.asking import get

CHOICES = {"framework": "QD922-2022", "period": "2023", "province": "46"}


def test_csv_holds_the_rows_of_the_chart(built: str) -> None:
    answer = get("/data/factors_parts.csv", **CHOICES)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/csv; charset=utf-8")
    drawn = figures.figure("factors_parts", built, opened(built, CHOICES)[0].selection)
    pd.testing.assert_frame_equal(pd.read_csv(io.StringIO(answer.text)), pd.read_csv(io.StringIO(drawn.table.to_csv(index=False))))
    assert "/data/factors_parts.json?" in answer.headers["link"] and 'rel="describedby"' in answer.headers["link"]


def test_json_says_what_the_rows_are(built: str) -> None:
    answer = get("/data/overview_position.json", **CHOICES | {"lang": "en"}).json()
    assert answer["build"] == built and f"build={built}" in answer["pinned"]
    assert answer["source"].startswith("Source") and answer["choices"]["province"] == "46"
    units = {column["code"]: column["unit"] for column in answer["columns"]}
    assert units["value"] == "share from 0 to 1" and units["province"] is None
    assert len(answer["rows"]) == 63 and set(answer["rows"][0]) == set(units)


def test_the_page_s_options_count(built: str) -> None:
    rows = {
        region: len(get("/data/factors_heat.csv", **CHOICES | {"region": region}).text.splitlines())
        for region in ("all", "red_river_delta")
    }
    assert rows["all"] > rows["red_river_delta"] > 1


@pytest.mark.parametrize(
    ("file", "query", "status", "key"),
    [
        ("cake.csv", {}, 404, "unknown"),
        ("ranking_map.xlsx", {}, 404, "unknown"),
        ("history_moved.csv", {}, 404, "unknown"),
        ("ranking_map.csv", {"province": "99"}, 400, "not_understood"),
        ("ranking_map.csv", {"colour": "red"}, 400, "not_understood"),
        ("ranking_map.csv", {"as_of": "x"}, 400, "not_understood"),
        ("ranking_map.csv", {"region": "atlantis"}, 400, "not_understood"),
        ("ranking_map.csv", {"build": "../../CURRENT"}, 404, "gone"),
        ("factors_parts.csv", {"framework": "QD405-2025"}, 404, "nothing"),
    ],
)
@pytest.mark.parametrize("lang", text.LANGUAGES)
def test_what_cannot_be_answered_is_said_in_one_sentence(built: str, lang: str, file: str, query: dict[str, str], status: int, key: str) -> None:
    answer = get(f"/data/{file}", **query | {"lang": lang})
    assert answer.status_code == status
    name = next(iter(query), "")
    fields = {"name": file if key == "unknown" else name, "found": query.get(name, ""), "build": query.get("build", "")}
    assert answer.text == text.load(lang)(f"answers.{key}", **fields) + "\n"


def test_without_a_build_the_server_says_so(empty_store: object) -> None:
    answer = get("/data/ranking_map.csv")
    assert answer.status_code == 503 and answer.text.strip() == text.load("vi")("answers.no_build")


def test_a_pinned_build_gives_its_own_figures(built: str) -> None:
    assert get("/data/ranking_map.json", build=built).json()["build"] == built


def test_the_address_of_a_view_answers_with_the_view_s_chart(built: str) -> None:
    view, _ = opened(built, CHOICES | {"target": "mean", "search": "hue", "build": built})
    answer = get("/" + chart_data.address("factors_gap", "json", view)).json()
    assert answer["choices"]["target"] == "mean" and "search" not in answer["choices"]
