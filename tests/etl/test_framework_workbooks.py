import io

import openpyxl
import pandas as pd
import pytest

from etl import framework_returns, framework_workbooks, reference, text, workbooks

KNOWN = reference.load()
FRAMEWORKS = sorted(KNOWN.frameworks)


def workbook(framework="QD922-2022", lang="vi", change=None):
    """The framework as a workbook, after ``change(book)``."""
    content = framework_workbooks.workbook(KNOWN, framework, texts=text.load(lang))
    book = openpyxl.load_workbook(io.BytesIO(content))
    if change:
        change(book)
    changed = io.BytesIO()
    book.save(changed)
    return workbooks.read(changed.getvalue(), name="f.xlsx")


def read(*args, **kwargs):
    return framework_returns.read(workbook(*args, **kwargs), known=KNOWN)


def row_of(book, code):
    return next(row for row in book.worksheets[2].iter_rows() if row[0].value == code)


@pytest.mark.parametrize("lang", text.LANGUAGES)
@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_a_framework_comes_back_as_it_went(framework, lang):
    back = read(framework, lang)
    assert back.problems == [] and back.publishable
    again = reference.load(published=[back.edition])
    for tables in (KNOWN, again):
        tables.editions.sort_values("framework", inplace=True, ignore_index=True)
    assert again.editions.equals(KNOWN.editions)
    assert again.frameworks[framework].nodes.equals(KNOWN.frameworks[framework].nodes)
    key = ["framework", "lens", "category", "indicator"]
    assert (
        again.lenses.members.sort_values(key)
        .reset_index(drop=True)
        .equals(KNOWN.lenses.members.sort_values(key).reset_index(drop=True))
    )


def test_points_names_and_new_indicators_are_read():
    def change(book):
        row_of(book, "digital_awareness")[2].value = 60
        row_of(book, "digital_awareness")[6].value = "Nhận thức"
        added = ["4.10", "digital_awareness", 60, 1, "component", "arithmetic", "Mới", "New", "Mới", "New"]
        book.worksheets[2].append(added)

    nodes = reference.load(published=[read(change=change).edition]).frameworks["QD922-2022"].nodes
    assert (nodes.at["digital_awareness", "weight"], nodes.at["digital_awareness", "name_vi"]) == (60, "Nhận thức")
    assert (nodes.at["4.10", "parent"], nodes.at["4.10", "level"]) == ("digital_awareness", "component")


def told(found):
    return [(problem.variant, problem.sheet, problem.cell) for problem in found.problems]


def test_every_fault_is_told_at_its_cell():
    def change(book):
        row_of(book, "digital_awareness")[1].value = "nowhere"
        row_of(book, "digital_infrastructure")[2].value = "x"
        row_of(book, "cybersecurity")[3].value = 2
        book["Góc nhìn"]["C5"] = "no_such"
        book["Bộ chỉ số"]["C9"] = 2020

    found = read(change=change)
    assert not found.publishable
    assert sorted(told(found)) == [
        ("not-a-number", "Cây chỉ số", "C7"),
        ("overlapping-periods", "Bộ chỉ số", "C9"),
        ("unknown", "Góc nhìn", "C5"),
        ("unknown-direction", "Cây chỉ số", "D9"),
        ("unknown-parent", "Cây chỉ số", "B5"),
    ]
    for lang in text.LANGUAGES:
        assert all(problem.message(text.load(lang)) and problem.fix(text.load(lang)) for problem in found.problems)


def test_a_code_that_excel_made_a_number_is_told():
    assert told(read(change=lambda book: setattr(row_of(book, "smart_city")[0], "value", 4.1))) == [
        ("code-not-text", "Cây chỉ số", "A10")
    ]


@pytest.mark.parametrize("name", ["../../x", "frameworks", "", "QĐ922", "A"])
def test_an_id_that_could_be_a_path_is_refused(name):
    assert told(read(change=lambda book: setattr(book["Bộ chỉ số"]["C1"], "value", name))) == [
        ("id", "Bộ chỉ số", "C1")
    ]


def test_a_new_id_is_a_new_edition_beside_the_old_one():
    def change(book):
        book["Bộ chỉ số"]["C1"] = "QD922-2026"
        book["Bộ chỉ số"]["C9"], book["Bộ chỉ số"]["C10"] = 2026, None

    again = reference.load(published=[read(change=change).edition])
    assert {"QD922-2022", "QD922-2026"} <= set(again.frameworks)


def test_an_edition_may_give_up_indicators_that_aliases_name():
    def change(book):
        sheet = book.worksheets[2]
        sheet.delete_rows(row_of(book, "smart_city")[0].row)

    back = read(change=change)
    assert told(back) == []
    again = reference.load(published=[back.edition])
    aliases = again.indicator_aliases
    assert "smart_city" not in set(aliases[aliases["framework"] == "QD922-2022"]["code"])


def test_another_workbook_is_no_framework():
    book = openpyxl.Workbook()
    book.active.append(["code", "parent", "x"])
    content = io.BytesIO()
    book.save(content)
    assert framework_returns.read(workbooks.read(content.getvalue(), name="x"), known=KNOWN) is None


def test_headers_are_locked_and_codes_are_text():
    content = framework_workbooks.workbook(KNOWN, "QD922-2022", texts=text.load("vi"))
    sheet = openpyxl.load_workbook(io.BytesIO(content))["Cây chỉ số"]
    assert sheet.protection.sheet and sheet["A2"].protection.locked and not sheet["A5"].protection.locked
    assert (sheet["A3"].number_format, sheet.column_dimensions["A"].number_format) == ("@", "@")
    assert sheet.freeze_panes == "B3"


def test_an_emptied_sheet_of_lenses_takes_the_mapping_away():
    def change(book):
        book.worksheets[3].delete_rows(3, 500)

    back = read(change=change)
    assert back.publishable
    stored = {file: pd.DataFrame(table.to_dict("records"), dtype=str) for file, table in back.edition.items()}
    after = reference.load(published=[stored]).lenses.members
    assert "QD922-2022" in set(KNOWN.lenses.members["framework"]) - set(after["framework"])
    assert set(after["framework"]) == set(KNOWN.lenses.members["framework"]) - {"QD922-2022"}


def test_without_a_sheet_of_lenses_the_mapping_stays():
    back = read(change=lambda book: book.remove(book.worksheets[3]))
    assert back.publishable and "lens_members.csv" not in back.edition


def test_a_framework_without_any_indicator_is_no_framework():
    assert read(change=lambda book: book.worksheets[2].delete_rows(3, 500)) is None


def test_a_family_of_indices_without_words_is_told_at_its_cell():
    def change(book):
        book.worksheets[1]["C2"].value = "pci"

    (problem,) = read(change=change).problems
    assert (problem.cell, problem.found) == ("C2", "pci")
    assert "pci" in problem.message(text.load("vi"))
