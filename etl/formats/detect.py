"""What a file is, told by its content alone; its name is never asked."""

from etl.formats.errors import UnreadableWorkbook

_ZIP = b"PK"


def of(content: bytes) -> str:
    """The name of a format of `etl.formats.child`; raises UnreadableWorkbook for anything else."""
    if not content.strip():
        raise UnreadableWorkbook("empty")
    if content.startswith(_ZIP):
        return "xlsx"
    raise UnreadableWorkbook("unrecognised")
