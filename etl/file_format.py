"""What a file is, told by its content alone; its name is never asked."""

from etl.workbook_errors import UnreadableWorkbook

_ZIP = b"PK\x03\x04"


def of(content: bytes) -> str:
    """xlsx; raises UnreadableWorkbook for anything else."""
    if not content.strip():
        raise UnreadableWorkbook("empty")
    if content.startswith(_ZIP):
        return "xlsx"
    raise UnreadableWorkbook("not_a_spreadsheet", found="?")
