import io
import zipfile

import openpyxl
import pytest
from openpyxl.styles import Font

from etl import annotate, text
from etl.annotate_child import FILLS
from etl.problems import Problem
from etl.workbooks import UnreadableWorkbook

TEXTS = text.load("vi")
NOT_A_NUMBER = Problem("not-a-number", "text", "Bảng", "C4", "abc")
DUPLICATE = Problem("duplicate-row", "unit_again", "Bảng", "C4", "x", {"province": "Huế", "first": "B3"})
WHOLE_FILE = Problem("no-table", "no_units")


def author_s_workbook(*, comment=None):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Bìa"
    table = book.create_sheet("Bảng")
    table.merge_cells("A1:D1")
    table["A1"] = "Tiêu đề"
    table["C4"], table["D4"] = "abc", "=1+2"
    table["C4"].font = Font(bold=True)
    table.column_dimensions["C"].width = 40
    if comment:
        table["C4"].comment = openpyxl.comments.Comment(comment, "tác giả")
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def annotated(content, problems, **options):
    marked, suffix = annotate.annotate(content, problems, name="w.xlsx", texts=TEXTS, **options)
    return openpyxl.load_workbook(io.BytesIO(marked), keep_vba=suffix == ".xlsm"), suffix


def fill(cell):
    return cell.fill.fgColor.rgb[-6:]


def test_a_bad_cell_is_coloured_and_told_and_all_else_is_as_it_was():
    book, suffix = annotated(author_s_workbook(), [NOT_A_NUMBER])
    sheet = book["Bảng"]
    assert suffix == ".xlsx"
    assert fill(sheet["C4"]) == FILLS["error"]
    assert NOT_A_NUMBER.message(TEXTS) in sheet["C4"].comment.text and NOT_A_NUMBER.fix(TEXTS) in sheet["C4"].comment.text
    assert (sheet["C4"].value, sheet["C4"].font.b, sheet["D4"].value) == ("abc", True, "=1+2")
    assert sheet.column_dimensions["C"].width == 40
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A1:D1"]
    assert book.sheetnames == ["Bìa", "Bảng"]
    assert not any(cell.comment for row in book["Bìa"].iter_rows() for cell in row)


def test_several_problems_of_a_cell_share_a_comment_in_the_colour_of_the_worst():
    missing = Problem("missing-value", "no_value", "Bảng", "C4", "", {"indicator": "DTI"})
    sheet = annotated(author_s_workbook(), [NOT_A_NUMBER, DUPLICATE, missing])[0]["Bảng"]
    assert fill(sheet["C4"]) == FILLS["error"]
    assert all(problem.message(TEXTS) in sheet["C4"].comment.text for problem in (NOT_A_NUMBER, DUPLICATE, missing))


def test_the_author_s_own_comment_stays():
    sheet = annotated(author_s_workbook(comment="xem lại"), [NOT_A_NUMBER])[0]["Bảng"]
    assert sheet["C4"].comment.text.startswith("xem lại")


def test_a_problem_in_merged_cells_is_told_at_the_first_of_them():
    sheet = annotated(author_s_workbook(), [Problem("not-a-number", "text", "Bảng", "C1", "x")])[0]["Bảng"]
    assert sheet["A1"].comment and fill(sheet["A1"]) == FILLS["error"]


def test_what_concerns_the_whole_file_is_told_at_its_first_cell():
    assert WHOLE_FILE.message(TEXTS) in annotated(author_s_workbook(), [WHOLE_FILE])[0]["Bìa"]["A1"].comment.text


def test_a_format_that_cannot_be_written_comes_back_as_an_xlsx_copy():
    content = '"Bảng DTI năm 2022";;\n=1+1;Huế;"0,5"\n-2;Đà Nẵng;abc\n'.encode()
    book, suffix = annotated(content, [Problem("not-a-number", "text", "CSV", "C3", "abc")])
    sheet = book.active
    assert suffix == ".xlsx"
    assert [cell.value for cell in sheet[2]] == ["=1+1", "Huế", "0,5"] and sheet["A2"].data_type == "s"
    assert fill(sheet["C3"]) == FILLS["error"] and "abc" in sheet["C3"].comment.text


def with_macros(content):
    """The workbook as .xlsm with a (meaningless) macro project."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "[Content_Types].xml":
                data = data.replace(b"spreadsheetml.sheet.main+xml", b"spreadsheetml.x").replace(
                    b"vnd.openxmlformats-officedocument.spreadsheetml.x", b"vnd.ms-excel.sheet.macroEnabled.main+xml"
                )
                data = data.replace(b"</Types>", b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>')
            new.writestr(name, data)
        new.writestr("xl/vbaProject.bin", b"macro")
    return changed.getvalue()


def test_macros_are_kept_or_left_out_as_asked():
    content = with_macros(author_s_workbook())
    book, suffix = annotated(content, [NOT_A_NUMBER])
    assert suffix == ".xlsm" and book.vba_archive is not None
    assert book.vba_archive.read("xl/vbaProject.bin") == b"macro"
    assert fill(book["Bảng"]["C4"]) == FILLS["error"]
    plain, suffix = annotated(content, [NOT_A_NUMBER], keep_macros=False)
    assert suffix == ".xlsx" and fill(plain["Bảng"]["C4"]) == FILLS["error"]


def test_what_is_no_workbook_cannot_be_marked():
    with pytest.raises(UnreadableWorkbook):
        annotate.annotate(b"PK\x03\x04 broken", [WHOLE_FILE], name="x", texts=TEXTS)


def test_sheet_names_that_excel_does_not_take_are_mended():
    from etl.workbooks import Sheet, Workbook

    sheets = tuple(Sheet(name, [["x"]]) for name in ("a/b", "A_B", "x" * 40, ""))
    assert annotate._sheet_names(Workbook("w", "", "ods", sheets)) == ["a_b", "A_B_2", "x" * 31, "Sheet4"]
