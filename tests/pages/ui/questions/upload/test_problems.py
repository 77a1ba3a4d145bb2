"""Problems as they are listed: by rule, errors first, filtered, and as a table for download."""

from __future__ import annotations

from etl import text
from etl.problems import SEVERITY, Problem
from pages.ui.questions.upload import problems as told

VI = text.load("vi")
WARNING = Problem("missing-value", "no_value", "A", "C4", "-", {"indicator": {"vi": "Hạ tầng", "en": "Infrastructure"}})
ERROR = Problem("not-a-number", "text", "B", "C5", "abc")
AGAIN = Problem("not-a-number", "text", "A", "C6", "xyz")
WHOLE = Problem("unreadable-file", "empty", found="x.xlsx")


def test_groups_come_by_severity_and_rows_as_found() -> None:
    groups = told.groups([WARNING, ERROR, AGAIN], VI)
    assert [(group.rule, [row[0] for row in group.rows]) for group in groups] == [("not-a-number", ["B!C5", "A!C6"]), ("missing-value", ["A!C4"])]


def test_a_problem_of_the_whole_file_has_a_place_too() -> None:
    assert told.groups([WHOLE], VI)[0].rows[0][0] == VI("upload.problems.whole_file")


def test_they_are_filtered_by_severity_and_sheet() -> None:
    all_of_them = [WARNING, ERROR, AGAIN]
    assert told.chosen(all_of_them, severity="error", sheet="") == [ERROR, AGAIN]
    assert told.chosen(all_of_them, severity="", sheet="A") == [WARNING, AGAIN]
    assert told.chosen(all_of_them, severity="", sheet="") == all_of_them
    assert told.counted(all_of_them) == {"error": 2, "warning": 1} and told.sheets(all_of_them) == ["A", "B"]


def test_the_table_has_words_for_everything() -> None:
    table = told.table([ERROR, WHOLE], VI)
    assert list(table["rule"]) == [VI("upload.rule.not-a-number"), VI("upload.rule.unreadable-file")]
    assert list(table["found"]) == ["abc", "x.xlsx"] and table["fix"].all()


def test_every_rule_has_a_name() -> None:
    assert set(VI.under("upload.rule")) == set(SEVERITY)
