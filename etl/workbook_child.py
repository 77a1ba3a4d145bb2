"""The child process that parses workbooks: `python -m etl.workbook_child`, files in and sheets out by its pipes.

It runs no macro and opens no file. It imports only what parsing needs, so that it starts in hundredths of a second.
"""

import json
import struct
import sys
from datetime import datetime
from typing import Any, BinaryIO

from etl import file_format, spreadsheets
from etl.workbook_errors import UnreadableWorkbook, WorkbookTooLarge

FRAME = struct.Struct(">Q")


def serve(files: BinaryIO, replies: BinaryIO) -> None:
    """Answer each file in turn until there are no more."""
    while header := files.read(FRAME.size):
        content = files.read(FRAME.unpack(header)[0])
        message = json.dumps(answer(content), default=_plain, allow_nan=False).encode()
        replies.write(FRAME.pack(len(message)) + message)
        replies.flush()


def answer(content: bytes) -> dict[str, Any]:
    """The workbook as plain values: {format, sheets, notes}; or why not: {refused, too_large, details}."""
    try:
        kind = file_format.of(content)
        return {"format": kind, "sheets": spreadsheets.sheets(content, kind), "notes": {}}
    except UnreadableWorkbook as error:
        return {
            "refused": error.reason,
            "too_large": isinstance(error, WorkbookTooLarge),
            "details": error.details,
        }


def _plain(value: Any) -> Any:
    """What JSON has no word for."""
    if isinstance(value, datetime):
        return {"datetime": value.isoformat()}
    raise TypeError(type(value).__name__)


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
