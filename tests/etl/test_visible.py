from etl.findings import Findings
from etl.visible import visible_sheets
from etl.workbooks import Sheet

CELLS = [["Tỉnh", "DTI", None], ["Huế", 0.7, None]]


def seen(*sheets, file_format="xlsx"):
    findings = Findings()
    shown = visible_sheets(sheets, file_format=file_format, findings=findings)
    return shown, [(note.key, note.sheet) for note in findings.notes], findings


def test_hidden_sheets_are_left_out_and_said_so():
    shown, notes, _ = seen(Sheet("A", CELLS, hidden=True), Sheet("B", CELLS, hidden_columns=frozenset()))
    assert [sheet.name for sheet in shown] == ["B"]
    assert notes == [("hidden_sheet", "A")]


def test_hidden_columns_are_emptied_and_named():
    (sheet,), notes, findings = seen(Sheet("A", CELLS, hidden_columns=frozenset({1, 2})))
    assert sheet.cells == [["Tỉnh", None, None], ["Huế", None, None]]
    assert notes == [("hidden_columns", "A")]
    assert findings.notes[0].fields == {"columns": "B"}  # C holds nothing


def test_formats_that_do_not_tell_are_said_to_be_unchecked():
    assert seen(Sheet("A", CELLS), file_format="xls")[1] == [("hidden_columns_not_checked", "A")]
    assert seen(Sheet("A", CELLS), file_format="csv")[1] == []
