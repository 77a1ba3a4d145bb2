import io

import openpyxl
import pytest

from etl import reading, reference, templates, text

KNOWN = reference.load()
CASES = [
    ("QD1726-2020", 2020, 63),
    ("QD922-2022", 2021, 63),
    ("QD922-2022", 2023, 63),
    ("QD405-2025", 2024, 34),
    ("ICT-INDEX", 2020, 63),
]


def template(framework, period, universe, lang="vi"):
    return templates.template(KNOWN, framework, period=period, universe=universe, texts=text.load(lang))


def filled(content, *, universe):
    """The template with a value in every cell to fill in, and the ranks that follow."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book.worksheets[1]
    n_open = 0
    for row in sheet.iter_rows(min_row=templates.FIRST_ROW + 1, min_col=templates.FIRST_FIGURE + 1):
        for cell in row:
            assert not cell.protection.locked
            number = cell.row - templates.FIRST_ROW
            cell.value = number if cell.number_format == "0" else round(1 - number / 100, 4)
            n_open += 1
    assert n_open % universe == 0
    changed = io.BytesIO()
    book.save(changed)
    return changed.getvalue(), n_open


@pytest.mark.parametrize("lang", text.LANGUAGES)
@pytest.mark.parametrize(("framework", "period", "universe"), CASES)
def test_a_filled_template_reads_back_cell_for_cell(framework, period, universe, lang):
    content, n_open = filled(template(framework, period, universe, lang), universe=universe)
    read = reading.read_return(content, reference=KNOWN, name="t.xlsx")
    assert [problem for problem in read.problems if problem.rule != "total-mismatch"] == []
    rows = read.rows
    assert set(zip(rows["framework"], rows["period"], rows["universe"], strict=True)) == {(framework, period, universe)}
    assert len(rows) == n_open - universe, "each cell but the ranks, which stand beside the values of the index"
    assert rows["rank_published"].notna().sum() == universe
    nodes = KNOWN.frameworks[framework].nodes
    assert set(rows["indicator"]) == set(nodes.index[nodes["level"] != "residual"])


def test_a_column_left_empty_says_nothing():
    book = openpyxl.load_workbook(io.BytesIO(template("QD922-2022", 2022, 63)))
    sheet = book["Số liệu"]
    for row in range(7, 70):
        sheet.cell(row, 7).value = 0.5
    sheet.cell(9, 7).value = None
    content = io.BytesIO()
    book.save(content)
    read = reading.read_return(content.getvalue(), reference=KNOWN, name="t.xlsx")
    assert [(problem.rule, problem.cell) for problem in read.problems] == [("missing-value", "G9")]
    assert len(read.rows) == 62


def test_headers_codes_and_names_are_locked_and_the_sheets_protected():
    book = openpyxl.load_workbook(io.BytesIO(template("QD922-2022", 2022, 63)))
    assert book.sheetnames == ["Hướng dẫn", "Số liệu", "Nguồn"]
    assert all(sheet.protection.sheet for sheet in book)
    sheet = book["Số liệu"]
    assert all(sheet.cell(row, column).protection.locked for row in (5, 6, 7) for column in (1, 2, 3))
    assert [sheet.cell(6, column).value for column in (4, 5, 6)] == ["dti", "dti", "common"]
    assert [sheet.cell(row, 3).value for row in (7, 69)] == ["An Giang", "Yên Bái"]
    assert sheet["B7"].value == "89"


def test_cells_check_what_is_typed_and_sources_are_chosen_from_lists():
    book = openpyxl.load_workbook(io.BytesIO(template("QD922-2022", 2022, 63)))
    rules = {rule.type for rule in book["Số liệu"].data_validations.dataValidation}
    assert rules == {"decimal", "whole"}
    lists = {str(rule.sqref).partition("2")[0]: rule.formula1 for rule in book["Nguồn"].data_validations.dataValidation}
    assert lists["F"] == '"chính thức,báo chí,nghiên cứu,thứ cấp"'
    assert lists["C"] == "'Số liệu'!$C$7:$C$69"


def test_the_instructions_speak_of_this_template():
    sheet = openpyxl.load_workbook(io.BytesIO(template("QD405-2025", 2024, 34)))["Hướng dẫn"]
    words = "\n".join(cell.value for (cell,) in sheet.iter_rows())
    assert "Quyết định 405" in words and "2024" in words and "từ 1 đến 34" in words


def test_a_source_stated_on_the_sheet_of_sources_is_read():
    book = openpyxl.load_workbook(io.BytesIO(template("QD922-2022", 2022, 63)))
    book["Số liệu"]["D7"] = 0.5
    for column, value in enumerate(
        ["Số liệu", "D7", "An Giang", None, "suy ra", "báo chí", 2, "https://example.vn/a"], 1
    ):
        book["Nguồn"].cell(2, column).value = value
    content = io.BytesIO()
    book.save(content)
    (row,) = reading.read_return(content.getvalue(), reference=KNOWN, name="t.xlsx").rows.to_dict("records")
    assert (row["value"], row["basis"], row["source_kind"], row["n_sources"], row["source_url"]) == (
        *(0.5, "derived", "press", 2),
        "https://example.vn/a",
    )


@pytest.mark.parametrize(("framework", "period"), [("QD922-2022", 2024), ("QD922-2022", 2020), ("QD405-2025", 2023)])
def test_a_period_that_the_framework_does_not_cover_is_refused(framework, period):
    with pytest.raises(templates.NotInForce) as caught:
        template(framework, period, 63)
    assert caught.value.first != period
