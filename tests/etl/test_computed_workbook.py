"""The workbook that shows how a score was computed: its formulas, worked out by LibreOffice, give the build's figures."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from etl import store, text, warehouse
from etl.computed_workbook import computed_workbook
from etl.score_workings import Edition, NoBreakdown
from indicators.framework import from_frame
from indicators.shared_parts import shared_parts
from indicators.what_if import what_if
from tests.etl.office import worked_out

EXACT = 1e-9
CASES = {
    "all-published": ("QD922-2022", 2022, 63, "46"),
    "block": ("QD922-2022", 2023, 63, "46"),
    "merged": ("QD922-2022", 2023, 34, "48"),
    "merged-all-published": ("QD922-2022", 2022, 34, "46"),
    "pillars": ("QD922-2022", 2021, 63, "46"),
    "partial": ("QD1726-2020", 2020, 63, "22"),
}
TRIED = 0.95


def edition(case: str) -> Edition:
    framework, period, universe, province = CASES[case]
    return Edition(store.current() or "", framework, period, universe, province)


def asked(case: str, mart: str, **more: object):
    framework, period, universe, _ = CASES[case]
    return warehouse.query(store.current(), mart, framework=framework, period=period, universe=universe, lang="vi", **more)


def without_results(content: bytes, typed: dict[str, float] | None = None) -> bytes:
    """The workbook with its formulas but none of their stored results, and with numbers typed over cells of its second sheet."""
    book, buffer = openpyxl.load_workbook(io.BytesIO(content)), io.BytesIO()
    for cell, number in (typed or {}).items():
        book.worksheets[1][cell] = number
    book.save(buffer)
    return buffer.getvalue()


def opened(source: Path | bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(source) if isinstance(source, bytes) else source, data_only=True)


def line(book: Workbook, words: str) -> float:
    """The number in the column of points beside these words, in the unit's sheet."""
    rows = [row for row in book.worksheets[1].iter_rows(values_only=True) if row[0] and str(row[0]).startswith(words)]
    assert len(rows) == 1, words
    return rows[0][6]


def infrastructure_cell(content: bytes) -> str:
    sheet = opened(content).worksheets[1]
    return next(f"D{row[0].row}" for row in sheet.iter_rows() if row[0].value == "Hạ tầng số")


@pytest.fixture(scope="module")
def made(bundled_store: Path) -> dict[str, bytes]:
    """The workbooks as they are handed out, in Vietnamese, by case."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DTI_STORE", str(bundled_store))
        return {case: computed_workbook(edition(case), text.load("vi")) for case in CASES}


@pytest.fixture(scope="module")
def calculated(made: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Workbook]:
    """The same without stored results, worked out by LibreOffice; `tried` has another value typed in."""
    files = {case: without_results(content) for case, content in made.items()}
    for case in ("all-published", "block"):
        files[f"{case}-tried"] = without_results(made[case], {infrastructure_cell(made[case]): TRIED})
    return {name: opened(path) for name, path in worked_out(files, tmp_path_factory.mktemp("office")).items()}


@pytest.mark.parametrize("case", CASES)
def test_stored_results_are_the_builds(built: str, made: dict[str, bytes], case: str) -> None:
    book, province = opened(made[case]), CASES[case][3]
    own = asked(case, "ranking", indicator="dti").set_index("province_code").loc[province]
    parts = asked(case, "parts").query("province_code == @province").set_index("indicator")
    assert line(book, "Giá trị tính lại") == pytest.approx(own["value"], abs=EXACT)
    assert line(book, "Giá trị công bố") == pytest.approx(own["value"], abs=EXACT)
    assert line(book, "Tổng điểm") == pytest.approx(1000 * own["value"], abs=1e-6)
    assert line(book, "Làm tròn") == pytest.approx(parts.at["rounding", "points"], abs=EXACT)
    named = dict(parts.drop("rounding")[["indicator_name", "points"]].itertuples(index=False, name=None))
    shown = {row[0]: row[6] for row in book.worksheets[1].iter_rows(min_row=5, values_only=True) if row[0] in named}
    assert shown == pytest.approx(named, abs=EXACT)


@pytest.mark.parametrize("case", CASES)
def test_every_formula_gives_what_is_stored(made: dict[str, bytes], calculated: dict[str, Workbook], case: str) -> None:
    formulas, stored = openpyxl.load_workbook(io.BytesIO(made[case])), opened(made[case])
    wrong, n = [], 0
    for sheet in formulas:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
            ours, theirs = (book[sheet.title][cell.coordinate].value for book in (stored, calculated[case]))
            n += 1
            if not isinstance(theirs, int | float) or abs(ours - theirs) > EXACT:
                wrong.append((sheet.title, cell.coordinate, cell.value, ours, theirs))
    assert n > 40 and wrong == []


@pytest.mark.parametrize("case", [case for case in CASES if case not in ("pillars", "partial")])
def test_libreoffice_ranks_all_units_as_the_build_does(built: str, calculated: dict[str, Workbook], case: str) -> None:
    ranking = asked(case, "ranking", indicator="dti").set_index("province_code")
    rows = list(calculated[case].worksheets[2].iter_rows(min_row=5, values_only=True))
    assert {row[0]: row[-2] for row in rows} == ranking["rank"].to_dict()
    assert {row[0]: row[-3] for row in rows} == pytest.approx(ranking["value"].to_dict(), abs=EXACT)
    assert line(calculated[case], "Thứ hạng tính lại") == ranking.at[CASES[case][3], "rank"]


@pytest.mark.parametrize("case", ["all-published", "block"])
def test_a_value_typed_over_moves_score_and_rank_as_the_engine_says(built: str, calculated: dict[str, Workbook], case: str) -> None:
    tree = from_frame(warehouse.query(built, "nodes", framework=CASES[case][0]), id=CASES[case][0])
    parts = asked(case, "parts")
    shared = shared_parts(parts, tree)
    expected = what_if(shared.values, weights=shared.max_points, unit="46", changes={"digital_infrastructure": TRIED})
    moved = expected.after["46"] - expected.before["46"]
    published = asked(case, "ranking", indicator="dti").set_index("province_code").at["46", "value"]
    book = calculated[f"{case}-tried"]
    assert line(book, "Giá trị tính lại") == pytest.approx(published + moved, abs=EXACT)
    assert line(book, "Thứ hạng tính lại") == expected.rank_after["46"]


def test_a_partial_table_says_why_it_has_no_rank_of_ours(made: dict[str, bytes]) -> None:
    words = [str(row[0]) for row in opened(made["pillars"]).worksheets[1].iter_rows(values_only=True)]
    assert "Không tính thứ hạng: mới biết điểm thành phần của 18/63 đơn vị" in words
    assert line(opened(made["pillars"]), "Thứ hạng do nguồn công bố") == 2


def test_every_published_figure_stands_with_its_cell(built: str, made: dict[str, bytes]) -> None:
    rows = list(opened(made["block"]).worksheets[3].iter_rows(min_row=5, values_only=True))
    own = [row for row in rows if row[1] == "46" and row[3] == "Hạ tầng số"]
    assert [row[4:9] for row in own] == [(0.7098, None, "dti-2023.xlsx", "DTI 2023", "G35")]
    assert all(row[6] and row[7] and (row[8] or row[9]) for row in rows)


def test_a_unit_without_parts_has_no_workbook(built: str) -> None:
    with pytest.raises(NoBreakdown):
        computed_workbook(Edition(built, "QD405-2025", 2024, 63, "46"), text.load("vi"))


def test_in_english_no_vietnamese_sheet(built: str) -> None:
    book = opened(computed_workbook(edition("block"), text.load("en")))
    assert book.sheetnames == ["About", "Computation", "All units", "Published figures"]
