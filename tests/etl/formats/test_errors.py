"""Every reason for refusing a workbook has its sentence, with the placeholders that it is given."""

import re
from pathlib import Path

import pytest

from etl.formats.errors import UnreadableWorkbook, WorkbookTooLarge
from etl.text import load

_RAISED = re.compile(r"""(UnreadableWorkbook|WorkbookTooLarge)\("(\w+)"(?:, \{"(\w+)":)?""")
SOURCES = [*Path("etl/formats").glob("*.py"), Path("etl/workbook_process.py"), Path("etl/child_watch.py")]
RAISED = sorted({match for source in SOURCES for match in _RAISED.findall(source.read_text(encoding="utf-8"))})


def test_the_reasons_are_found_in_the_source() -> None:
    assert ("UnreadableWorkbook", "empty", "") in RAISED
    assert ("WorkbookTooLarge", "ratio", "limit") in RAISED
    assert len({reason for _, reason, _ in RAISED}) == 17


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(("kind", "reason", "detail"), RAISED)
def test_each_has_a_message_and_a_way_to_mend_it(kind: str, reason: str, detail: str, language: str) -> None:
    error = {"UnreadableWorkbook": UnreadableWorkbook, "WorkbookTooLarge": WorkbookTooLarge}[kind](
        reason, {detail: 12_345} if detail else None
    )
    texts = load(language)
    message = texts(f"{error.reason_key}.message", **error.details)
    assert texts(f"{error.reason_key}.fix", **error.details)
    if detail:
        assert re.search("12.?345", message)
