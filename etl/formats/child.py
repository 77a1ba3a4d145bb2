"""The child process that parses workbooks: `python -m etl.formats.child`, files in, sheets out by pipes.

It runs no macro and opens no file. It limits itself before it sees any content, and imports the reader of a
format only when a file of that format comes, so that it starts in hundredths of a second.
"""

import importlib
import json
import struct
import sys
from datetime import datetime
from typing import Any, BinaryIO

from etl.formats import detect, self_limits
from etl.formats.errors import UnreadableWorkbook, WorkbookTooLarge
from etl.formats.sheet import Contents, Sheet

FRAME = struct.Struct(">Q")  # each message is its length, then its bytes

_READERS = {
    "xlsx": "xlsx",
    "xlsm": "xlsx",
    "xlsb": "xlsb",
    "xls": "xls",
    "ods": "ods",
    "fods": "ods",
    "xml": "excel_2003_xml",
    "html": "html_tables",
    "csv": "delimited",
}


def serve(files: BinaryIO, replies: BinaryIO) -> None:
    """Answer each file in turn until there are no more."""
    while len(header := files.read(FRAME.size)) == FRAME.size:
        self_limits.allow_time()
        message = json.dumps(answer(files.read(*FRAME.unpack(header))), default=_plain).encode()
        replies.write(FRAME.pack(len(message)) + message)
        replies.flush()


def answer(content: bytes) -> dict[str, Any]:
    """The workbook: {format, sheets, notes}; or why it was refused: {refused, too_large, details}."""
    try:
        kind = detect.of(content)
        return {"format": kind, **_read(content, kind)._asdict()}
    except UnreadableWorkbook as error:
        return _refusal(error)
    except MemoryError:
        return _refusal(self_limits.out_of_memory())
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # a panic of the parser is no Exception
        return _refusal(UnreadableWorkbook("crashed"))


def _read(content: bytes, kind: str) -> Contents:
    return importlib.import_module(f"etl.formats.{_READERS[kind]}").read(content)


def _refusal(error: UnreadableWorkbook) -> dict[str, Any]:
    too_large = isinstance(error, WorkbookTooLarge)
    return {"refused": error.reason, "too_large": too_large, "details": error.details}


def _plain(value: Any) -> Any:
    """What JSON has no word for."""
    if isinstance(value, datetime):
        return {"datetime": value.isoformat()}
    return vars(value) if isinstance(value, Sheet) else list(value)


if __name__ == "__main__":
    self_limits.limit()
    serve(sys.stdin.buffer, sys.stdout.buffer)
