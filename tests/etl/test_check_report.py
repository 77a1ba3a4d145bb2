import json

import pytest

from etl import check_report, reading, reference, text
from tests.fixtures.odd import Sheet, xlsx

KNOWN = reference.load()
ROWS = [["DTI năm 2022"], ["TT", "Tỉnh", "DTI", "Hạng"], [1, "Huế", "69,75%", 4], [2, "Huếe", 0.5, 5], [3, "Hà Nội", "-", 24]]


@pytest.fixture(scope="module")
def read():
    hidden = Sheet("Cũ", [["x"]], hidden=True)
    return reading.read_return(xlsx(Sheet("DTI", ROWS), hidden), reference=KNOWN, name="w.xlsx")


def test_json_has_the_public_keys(read):
    report = json.loads(check_report.as_json(read, text.load("en")))
    assert list(report) == ["file", "sha256", "readable", "tables", "rows", "problems", "publishable"]
    assert report["tables"] == [
        {"sheet": "DTI", "range": "A2:D5", "framework": "QD922-2022", "period": 2022, "universe": 63, "n_rows": 2}
    ]
    assert report["rows"][0] == {
        "province_code": "46", "indicator": "dti", "value": 0.6975, "rank": 4, "sheet": "DTI", "cell": "C3"
    }  # fmt: skip
    assert report["rows"][1]["value"] is None and report["rows"][1]["rank"] == 24
    first = report["problems"][0]
    assert list(first) == ["severity", "rule", "sheet", "cell", "found", "message", "fix"]
    assert (first["severity"], first["rule"], first["cell"], first["found"]) == ("error", "unknown-province", "B4", "Huếe")
    assert report["publishable"] is False


def test_json_stands_alone_on_refusal():
    refused = reading.read_return(b"", reference=KNOWN, name="w.xlsx")
    report = json.loads(check_report.as_json(refused, text.load("vi")))
    assert (report["readable"], report["tables"], report["rows"], report["publishable"]) == (False, [], [], False)
    (problem,) = report["problems"]
    assert (problem["rule"], problem["sheet"], problem["cell"]) == ("unreadable-file", None, None)


def test_text_tells_errors_before_warnings_and_what_was_left_out(read):
    told = check_report.as_text(read, text.load("vi"))
    assert told.index("unknown-province") < told.index("missing-value")
    assert "DTI!B4" in told and "“Cũ”" in told and told.endswith("Chưa thể công bố.\n")


def test_notes_can_be_told_apart(read):
    assert check_report.notes_as_text(read, text.load("en")).count("\n") == 2
